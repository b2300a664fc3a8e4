package pattern

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// A mistake in an expression shows at its first use, which may be long after it was
// made, so every expression in the program is compiled here.
func TestEveryExpressionCompiles(t *testing.T) {
	packages := map[string][]*ast.File{}
	err := filepath.WalkDir("../..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		packages[filepath.Dir(path)] = append(packages[filepath.Dir(path)], file)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for folder, files := range packages {
		for _, expression := range expressions(t, folder, files) {
			seen++
			if _, err := regexp.Compile(expression); err != nil {
				t.Errorf("%s: %v", folder, err)
			}
		}
	}
	if seen < 100 {
		t.Errorf("%d expressions were found, fewer than there are", seen)
	}
}

// expressions returns what the files of a package call New with.
func expressions(t *testing.T, folder string, files []*ast.File) []string {
	constants := map[string]ast.Expr{}
	for _, file := range files {
		for _, d := range file.Decls {
			if g, ok := d.(*ast.GenDecl); ok && g.Tok == token.CONST {
				for _, spec := range g.Specs {
					if s := spec.(*ast.ValueSpec); len(s.Values) == len(s.Names) {
						for i, name := range s.Names {
							constants[name.Name] = s.Values[i]
						}
					}
				}
			}
		}
	}
	var found []string
	for _, file := range files {
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) != 1 {
				return true
			}
			if f, ok := call.Fun.(*ast.SelectorExpr); ok && f.Sel.Name == "New" && named(f.X, "pattern") {
				text, ok := text(call.Args[0], constants)
				if !ok {
					t.Errorf("%s: an expression that is not made of constants", folder)
				}
				found = append(found, text)
			}
			return true
		})
	}
	return found
}

func named(x ast.Expr, name string) bool {
	id, ok := x.(*ast.Ident)
	return ok && id.Name == name
}

// text returns what literals and constants that are put together say.
func text(x ast.Expr, constants map[string]ast.Expr) (string, bool) {
	switch x := x.(type) {
	case *ast.BasicLit:
		s, err := strconv.Unquote(x.Value)
		return s, err == nil
	case *ast.Ident:
		value, ok := constants[x.Name]
		if !ok {
			return "", false
		}
		return text(value, constants)
	case *ast.ParenExpr:
		return text(x.X, constants)
	case *ast.BinaryExpr:
		left, ok := text(x.X, constants)
		right, also := text(x.Y, constants)
		return left + right, ok && also
	}
	return "", false
}

func TestPatternFindsAsTheExpressionDoes(t *testing.T) {
	const expression, s = `(\d+)-(\d+)`, "1-2 and 30-40"
	p, want := New(expression), regexp.MustCompile(expression)
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			if got, want := p.ReplaceAllString(s, "$2"), want.ReplaceAllString(s, "$2"); got != want {
				t.Errorf("replaced: %q, want %q", got, want)
			}
		})
	}
	all.Wait()
	if !p.MatchString(s) || !p.Match([]byte(s)) || p.MatchString("-") {
		t.Error("a match is told wrongly")
	}
	if got := p.FindString(s); got != "1-2" {
		t.Errorf("found %q", got)
	}
	if got := p.FindStringSubmatch(s); len(got) != 3 || got[2] != "2" {
		t.Errorf("groups %q", got)
	}
	if got := p.FindAllStringSubmatch(s, -1); len(got) != 2 || got[1][0] != "30-40" {
		t.Errorf("all: %q", got)
	}
	if got := p.FindAllStringSubmatchIndex(s, 1); len(got) != 1 || got[0][1] != 3 {
		t.Errorf("where: %v", got)
	}
}

func TestABrokenExpressionPanicsAtItsFirstUse(t *testing.T) {
	p := New(`(`)
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	p.MatchString("")
}
