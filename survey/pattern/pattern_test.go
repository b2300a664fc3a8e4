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

	"pgregory.net/rapid"
)

// A mistake in an expression shows at its first use, which may be long after it was
// made, so every expression in the program is compiled here. What is said of it besides
// holds for all that it matches.
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
	seen, told := 0, 0
	for folder, files := range packages {
		for _, p := range patterns(t, folder, files) {
			seen++
			compiled, err := regexp.Compile(p.expression)
			if err != nil {
				t.Errorf("%s: %v", folder, err)
				continue
			}
			if p.first+p.part == "" {
				continue
			}
			told++
			if p.first != "" && !strings.HasPrefix(p.expression, "^") {
				t.Errorf("%s: %s can match behind the beginning of a text", folder, p.expression)
			}
			rapid.Check(t, func(t *rapid.T) {
				if s := rapid.StringMatching(p.expression).Draw(t, "text"); compiled.MatchString(s) && !p.may(s) {
					t.Errorf("%s matches %q, which is told to hold no match", p.expression, s)
				}
			})
		}
	}
	if told < 20 {
		t.Errorf("of %d expressions it is told what they match, fewer than there are", told)
	}
	if seen < 90 {
		t.Errorf("%d expressions were found, fewer than there are", seen)
	}
}

// patterns returns those that the files of a package make.
func patterns(t *testing.T, folder string, files []*ast.File) []*Pattern {
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
	var found []*Pattern
	for _, file := range files {
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			f, ok := call.Fun.(*ast.SelectorExpr)
			if !ok || !named(f.X, "pattern") {
				return true
			}
			var said []string
			for _, x := range call.Args {
				s, ok := text(x, constants)
				if !ok {
					t.Errorf("%s: a pattern that is not made of constants", folder)
				}
				said = append(said, s)
			}
			found = append(found, made(t, f.Sel.Name, said))
			return true
		})
	}
	return found
}

// made returns the pattern that a function of the package makes.
func made(t *testing.T, function string, said []string) *Pattern {
	switch function {
	case "New":
		return New(said[0])
	case "Holding":
		return Holding(said[0], said[1])
	case "Beginning":
		return Beginning(said[0], said[1])
	}
	t.Fatalf("no pattern is made by %s", function)
	return nil
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
	case *ast.SelectorExpr:
		return Digits, named(x.X, "pattern") && x.Sel.Name == "Digits"
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

// What can hold no match is not looked at, and is told as one that was and had none.
func TestWithoutAMatchNothingIsCompiled(t *testing.T) {
	const broken, s = `(`, "a-b"
	for _, p := range []*Pattern{Holding("_", broken), Beginning(Digits, broken), Beginning("b", broken)} {
		if p.MatchString(s) || p.FindString(s) != "" || p.FindStringSubmatch(s) != nil || p.FindAllStringSubmatch(s, -1) != nil ||
			p.FindAllStringSubmatchIndex(s, -1) != nil || p.ReplaceAllString(s, "x") != s {
			t.Errorf("%q or %q was found in %q", p.part, p.first, s)
		}
	}
	if Beginning(Digits, broken).MatchString("") {
		t.Error("nothing begins with a digit")
	}
	if p := Beginning(Digits, `^\d`); !p.MatchString("1") || p.MatchString("a1") {
		t.Error("what begins with a digit is told wrongly")
	}
	if p := Holding("-", `b-`); p.FindString("ab-c") != "b-" {
		t.Error("a part in the middle is not found")
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
