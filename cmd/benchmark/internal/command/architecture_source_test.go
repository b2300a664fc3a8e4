package command

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"slices"
	"strconv"
	"strings"
)

const (
	maxFileLines = 400
	maxFuncLines = 60
)

// outside lists what only the command line may call: the world outside.
func outside() []string {
	return []string{
		"time.Now", "time.Since", "time.Until",
		"os.Getenv", "os.LookupEnv", "os.Environ", "os.Exit",
		"fmt.Print", "fmt.Printf", "fmt.Println",
		"log.Print", "log.Printf", "log.Println", "log.Fatal", "log.Fatalf", "log.Panic",
	}
}

// atTheRim reports whether a package talks to the world outside: the command
// line, and the program that writes the sample.
func atTheRim(path string) bool {
	return within(path, "benchmark/cmd/...") || within(path, "benchmark/sample-data/generate/...")
}

// goFile is one parsed file.
type goFile struct {
	unit *unit
	name string
	fset *token.FileSet
	file *ast.File
}

// brokenSources returns a complaint for everything in the sources that the
// rules forbid.
func brokenSources(units []unit) []string {
	var broken []string
	for i := range units {
		u := &units[i]
		documented := false
		var sources []goFile
		for _, name := range slices.Sorted(maps.Keys(u.sources)) {
			fset := token.NewFileSet()
			file, err := parser.ParseFile(fset, name, u.sources[name], parser.ParseComments)
			if err != nil {
				return append(broken, err.Error())
			}
			documented = documented || file.Doc != nil
			sources = append(sources, goFile{u, name, fset, file})
		}
		if !documented {
			broken = append(broken, u.ImportPath+" has no package comment")
		}
		vars := packageVars(sources)
		for _, s := range sources {
			broken = append(broken, s.tooLong()...)
			broken = append(broken, s.undocumented()...)
			broken = append(broken, s.calls()...)
			broken = append(broken, s.state(vars)...)
		}
	}
	return broken
}

func (s *goFile) complain(at token.Pos, format string, args ...any) string {
	return fmt.Sprintf("%s/%s:%d: ", s.unit.ImportPath, s.name, s.fset.Position(at).Line) + fmt.Sprintf(format, args...)
}

// tooLong complains about long files and functions, and about init.
func (s *goFile) tooLong() []string {
	var broken []string
	if n := strings.Count(s.unit.sources[s.name], "\n"); n > maxFileLines {
		broken = append(broken, s.complain(s.file.Pos(), "the file is %d lines long, more than %d", n, maxFileLines))
	}
	for _, d := range s.file.Decls {
		f, ok := d.(*ast.FuncDecl)
		if !ok {
			continue
		}
		if f.Recv == nil && f.Name.Name == "init" {
			broken = append(broken, s.complain(f.Pos(), "init function"))
		}
		if n := s.fset.Position(f.End()).Line - s.fset.Position(f.Pos()).Line + 1; n > maxFuncLines {
			broken = append(broken, s.complain(f.Pos(), "%s has %d lines, more than %d", f.Name.Name, n, maxFuncLines))
		}
	}
	return broken
}

// undocumented complains about exported names without a comment.
func (s *goFile) undocumented() []string {
	var broken []string
	for _, d := range s.file.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			if name, exported := exportedFunc(d); exported && d.Doc == nil {
				broken = append(broken, s.complain(d.Pos(), "%s has no comment", name))
			}
		case *ast.GenDecl:
			for _, spec := range d.Specs {
				for _, name := range exportedNames(spec, d.Doc != nil) {
					broken = append(broken, s.complain(spec.Pos(), "%s has no comment", name))
				}
			}
		}
	}
	return broken
}

// exportedFunc returns the name of a function or method, and whether users of
// the package can call it by that name.
func exportedFunc(f *ast.FuncDecl) (string, bool) {
	if f.Recv == nil {
		return f.Name.Name, f.Name.IsExported()
	}
	t := f.Recv.List[0].Type
	if p, ok := t.(*ast.StarExpr); ok {
		t = p.X
	}
	if g, ok := t.(*ast.IndexExpr); ok {
		t = g.X
	}
	id, ok := t.(*ast.Ident)
	if !ok {
		return f.Name.Name, false
	}
	return id.Name + "." + f.Name.Name, id.IsExported() && f.Name.IsExported()
}

// exportedNames returns the exported names of a declaration that nothing
// documents: not the group, not the line above and not the rest of the line.
func exportedNames(spec ast.Spec, grouped bool) []string {
	var names []string
	switch spec := spec.(type) {
	case *ast.TypeSpec:
		if spec.Name.IsExported() && spec.Doc == nil && !grouped {
			names = append(names, spec.Name.Name)
		}
	case *ast.ValueSpec:
		for _, n := range spec.Names {
			if n.IsExported() && spec.Doc == nil && spec.Comment == nil && !grouped {
				names = append(names, n.Name)
			}
		}
	}
	return names
}

// calls complains about what only the rim of the program may use.
func (s *goFile) calls() []string {
	if atTheRim(s.unit.ImportPath) {
		return nil
	}
	packages := map[string]string{} // the name in this file to the path
	for _, imp := range s.file.Imports {
		path, err := strconv.Unquote(imp.Path.Value)
		if err != nil {
			continue
		}
		name := path[strings.LastIndex(path, "/")+1:]
		if imp.Name != nil {
			name = imp.Name.Name
		}
		packages[name] = path
	}
	var broken []string
	ast.Inspect(s.file, func(n ast.Node) bool {
		sel, ok := n.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		if id, ok := sel.X.(*ast.Ident); ok && id.Obj == nil {
			if used := packages[id.Name] + "." + sel.Sel.Name; slices.Contains(outside(), used) {
				broken = append(broken, s.complain(n.Pos(), "%s outside the command line", used))
			}
		}
		return true
	})
	return broken
}

// packageVars returns the names of the variables of a package.
func packageVars(sources []goFile) map[string]bool {
	vars := map[string]bool{}
	for _, s := range sources {
		for _, d := range s.file.Decls {
			g, ok := d.(*ast.GenDecl)
			if !ok || g.Tok != token.VAR {
				continue
			}
			for _, spec := range g.Specs {
				for _, n := range spec.(*ast.ValueSpec).Names {
					vars[n.Name] = n.Name != "_"
				}
			}
		}
	}
	return vars
}

// state complains about functions that change a variable of the package.
func (s *goFile) state(vars map[string]bool) []string {
	var broken []string
	check := func(target ast.Expr) {
		if id := root(target); id != nil && vars[id.Name] && (id.Obj == nil || s.file.Scope.Lookup(id.Name) == id.Obj) {
			broken = append(broken, s.complain(target.Pos(), "changes the package's %s", id.Name))
		}
	}
	ast.Inspect(s.file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			if n.Tok != token.DEFINE {
				for _, target := range n.Lhs {
					check(target)
				}
			}
		case *ast.IncDecStmt:
			check(n.X)
		}
		return true
	})
	return broken
}

// root returns the variable that an assignment to the expression changes.
func root(x ast.Expr) *ast.Ident {
	switch x := x.(type) {
	case *ast.Ident:
		return x
	case *ast.IndexExpr:
		return root(x.X)
	case *ast.SelectorExpr:
		return root(x.X)
	case *ast.ParenExpr:
		return root(x.X)
	case *ast.StarExpr:
		return root(x.X)
	}
	return nil
}
