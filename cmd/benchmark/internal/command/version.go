package command

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"
)

// version is set when a release is built; see .ci/run. Nothing else changes it.
var version string

// newVersionCommand makes the version command.
func newVersionCommand(c *console) *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   "Tell which version this is",
		GroupID: groupOther,
		Args:    noArguments,
		Example: "benchmark version",
		RunE: func(*cobra.Command, []string) error {
			return c.print(fmt.Appendf(nil, "benchmark %s (%s, %s/%s)\n",
				release(), runtime.Version(), runtime.GOOS, runtime.GOARCH))
		},
	}
}

// release returns the version: that of the release, else of the module, else
// "development".
func release() string {
	if version != "" {
		return version
	}
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" && info.Main.Version != "(devel)" {
		return info.Main.Version
	}
	return "development"
}
