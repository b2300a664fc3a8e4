package command

import (
	"cmp"
	_ "embed"
	"fmt"
	"runtime/debug"
	"slices"
	"strings"
)

// notices are the licences of all modules, word for word, as most of them ask for
// with every copy of the program; a test holds them to the modules themselves.
//
//go:embed notices.txt
var notices string

// ownLicence is the licence of the program, by its SPDX identifier.
const ownLicence = "EUPL-1.2"

// dependency is a module of others.
type dependency struct {
	path string
	// licence is an SPDX expression.
	licence string
	// why is what the program needs it for, or which module brings it along.
	why string
	// onlyTests says that it is in no program that is built.
	onlyTests bool
}

// dependencies lists every module of go.mod, by path.
func dependencies() []dependency {
	return []dependency{
		{path: "codeberg.org/go-latex/latex", licence: "BSD-3-Clause", why: "through gonum.org/v1/plot"},
		{path: "codeberg.org/go-pdf/fpdf", licence: "MIT", why: "charts as PDF"},
		{path: "eliasnaur.com/font", licence: "Apache-2.0 AND BSD-3-Clause", why: "Roboto, the font of charts"},
		{path: "git.sr.ht/~sbinet/gg", licence: "MIT", why: "the picture that gonum.org/v1/plot draws on"},
		{path: "github.com/adrg/strutil", licence: "MIT", why: "nearest word, in suggestions and spelling"},
		{path: "github.com/andybalholm/brotli", licence: "MIT", why: "through test modules", onlyTests: true},
		{path: "github.com/blevesearch/snowballstem", licence: "BSD-3-Clause", why: "stems of Dutch and English words"},
		{path: "github.com/clipperhouse/uax29/v2", licence: "MIT", why: "where words and characters begin"},
		{path: "github.com/dsnet/compress", licence: "BSD-3-Clause", why: "Parquet files packed by Brotli"},
		{path: "github.com/golang/freetype", licence: "FTL", why: "through gonum.org/v1/plot; portions © The FreeType Project"},
		{path: "github.com/google/go-cmp", licence: "BSD-3-Clause", why: "comparing, in tests", onlyTests: true},
		{path: "github.com/google/uuid", licence: "BSD-3-Clause", why: "through test modules", onlyTests: true},
		{path: "github.com/inconshreveable/mousetrap", licence: "Apache-2.0", why: "through github.com/spf13/cobra, on Windows"},
		{path: "github.com/klauspost/compress", licence: "Apache-2.0 AND BSD-3-Clause AND MIT", why: "unpacking workbooks and Parquet files"},
		{path: "github.com/parquet-go/bitpack", licence: "Apache-2.0", why: "through test modules", onlyTests: true},
		{path: "github.com/parquet-go/jsonlite", licence: "MIT", why: "through test modules", onlyTests: true},
		{path: "github.com/parquet-go/parquet-go", licence: "Apache-2.0", why: "another reader and writer of Parquet, in tests", onlyTests: true},
		{path: "github.com/pierrec/lz4/v4", licence: "BSD-3-Clause", why: "through test modules", onlyTests: true},
		{path: "github.com/richardlehane/mscfb", licence: "Apache-2.0", why: "through test modules", onlyTests: true},
		{path: "github.com/richardlehane/msoleps", licence: "Apache-2.0", why: "through test modules", onlyTests: true},
		{path: "github.com/rogpeppe/go-internal", licence: "BSD-3-Clause", why: "stories of the command line, in tests", onlyTests: true},
		{path: "github.com/spf13/cobra", licence: "Apache-2.0", why: "commands, help and completion"},
		{path: "github.com/spf13/pflag", licence: "BSD-3-Clause", why: "flags"},
		{path: "github.com/tiendc/go-deepcopy", licence: "MIT", why: "through test modules", onlyTests: true},
		{path: "github.com/twpayne/go-geom", licence: "BSD-2-Clause", why: "through test modules", onlyTests: true},
		{path: "github.com/xuri/efp", licence: "BSD-3-Clause", why: "through test modules", onlyTests: true},
		{path: "github.com/xuri/excelize/v2", licence: "BSD-3-Clause", why: "another reader and writer of workbooks, in tests and for the sample data", onlyTests: true},
		{path: "github.com/xuri/nfp", licence: "BSD-3-Clause", why: "through test modules", onlyTests: true},
		{path: "go.yaml.in/yaml/v4", licence: "Apache-2.0 AND MIT", why: "codebooks and themes"},
		{path: "golang.org/x/crypto", licence: "BSD-3-Clause", why: "through test modules", onlyTests: true},
		{path: "golang.org/x/image", licence: "BSD-3-Clause", why: "text and scaling in charts"},
		{path: "golang.org/x/net", licence: "BSD-3-Clause", why: "through test modules", onlyTests: true},
		{path: "golang.org/x/sys", licence: "BSD-3-Clause", why: "colours on the console of Windows"},
		{path: "golang.org/x/term", licence: "BSD-3-Clause", why: "whether there is a terminal, and how wide"},
		{path: "golang.org/x/text", licence: "BSD-3-Clause", why: "character sets, case and accents"},
		{path: "golang.org/x/tools", licence: "BSD-3-Clause", why: "through test modules", onlyTests: true},
		{path: "gonum.org/v1/gonum", licence: "BSD-3-Clause AND MIT AND BSL-1.0", why: "distributions and linear algebra"},
		{path: "gonum.org/v1/plot", licence: "BSD-3-Clause", why: "drawing of charts"},
		{path: "google.golang.org/protobuf", licence: "BSD-3-Clause", why: "through test modules", onlyTests: true},
		{path: "pgregory.net/rapid", licence: "MPL-2.0", why: "properties, in tests", onlyTests: true},
	}
}

// licenceOf returns the licence of a module; "NOASSERTION" when it is not listed,
// which is SPDX for not known.
func licenceOf(path string) string {
	for _, d := range dependencies() {
		if d.path == path {
			return d.licence
		}
	}
	return "NOASSERTION"
}

// linked returns the modules in this program by path, as the build recorded them.
func linked(info *debug.BuildInfo) []*debug.Module {
	modules := make([]*debug.Module, len(info.Deps))
	for i, m := range info.Deps {
		if modules[i] = m; m.Replace != nil {
			modules[i] = m.Replace
		}
	}
	slices.SortFunc(modules, func(a, b *debug.Module) int { return cmp.Compare(a.Path, b.Path) })
	return modules
}

// licenceText tells under which licences the program and what is in it are, in a
// table and then word for word.
func licenceText(info *debug.BuildInfo) string {
	var b strings.Builder
	fmt.Fprintf(&b, "benchmark is licensed under the %s. In this program are:\n\n", ownLicence)
	why := map[string]string{}
	for _, d := range dependencies() {
		why[d.path] = d.why
	}
	fmt.Fprintf(&b, "%-38s %-36s %-26s %s\n", "MODULE", "VERSION", "LICENCE", "FOR")
	fmt.Fprintf(&b, "%-38s %-36s %-26s %s\n", "Go (standard library)", info.GoVersion, "BSD-3-Clause", "everything")
	for _, m := range linked(info) {
		fmt.Fprintf(&b, "%-38s %-36s %-26s %s\n", m.Path, m.Version, licenceOf(m.Path), why[m.Path])
	}
	return b.String() + "\n" + notices
}
