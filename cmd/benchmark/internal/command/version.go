package command

import (
	"errors"
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"
)

// version is set when a release is built; see .ci/run. Nothing else changes it.
var version string

// newVersionCommand makes the version command.
func newVersionCommand(c *console) *cobra.Command {
	licences, materials := false, false
	cmd := &cobra.Command{
		Use:     "version",
		Short:   "Tell which version this is and what is in it",
		GroupID: groupOther,
		Long: `Tell which version this is.

--licences lists the modules of others in this program with their versions,
licences and what each is for, and then their licences word for word. --sbom
writes the same as a bill of materials (CycloneDX 1.6, JSON), for a scanner of
vulnerabilities. Both are of the very program that is run.`,
		Args: noArguments,
		Example: `benchmark version
benchmark version --licences
benchmark version --sbom`,
		RunE: func(*cobra.Command, []string) error { return c.tellVersion(licences, materials) },
	}
	cmd.Flags().BoolVar(&licences, "licences", false, "list what is in the program, with licences")
	cmd.Flags().BoolVar(&materials, "sbom", false, "write a bill of materials (CycloneDX, JSON)")
	return cmd
}

// tellVersion prints the version, the licences or the bill of materials.
func (c *console) tellVersion(licences, materials bool) error {
	if !licences && !materials {
		return c.print(fmt.Appendf(nil, "benchmark %s (%s, %s/%s)\n", release(), runtime.Version(), runtime.GOOS, runtime.GOARCH))
	}
	if licences && materials {
		return usagef("--licences and --sbom exclude each other")
	}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return errors.New("listing what is in the program: it was built without modules; build it with go build")
	}
	if licences {
		return c.print([]byte(licenceText(info)))
	}
	text, err := billOfMaterials(info)
	if err != nil {
		return err
	}
	return c.print(text)
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
