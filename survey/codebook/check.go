package codebook

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"
)

// checker walks the nodes of a codebook file beside the types that they are
// read into. It finds unknown keys and wrong forms, and notes where everything
// stands, so that the rules can tell a place.
type checker struct {
	// at holds the place of each value by its path ("questions.3.options.0.code").
	at     map[string]Fault
	faults []Fault
	// fields are the types of what the keys of a mapping fill, by the struct that is filled.
	fields map[reflect.Type]map[string]reflect.Type
}

// newChecker returns a checker that has seen nothing.
func newChecker() *checker {
	return &checker{at: map[string]Fault{}, fields: map[reflect.Type]map[string]reflect.Type{}}
}

func (c *checker) document(n *yaml.Node) {
	if n.Kind == yaml.DocumentNode && len(n.Content) == 1 {
		n = n.Content[0]
	}
	c.value("", n, reflect.TypeFor[Codebook]())
}

func (c *checker) fault(n *yaml.Node, format string, args ...any) {
	c.faults = append(c.faults, Fault{Line: n.Line, Column: n.Column, Message: fmt.Sprintf(format, args...)})
}

// value checks that node n has the form of type t.
func (c *checker) value(path string, n *yaml.Node, t reflect.Type) {
	c.at[path] = Fault{Line: n.Line, Column: n.Column}
	if n.Kind == yaml.AliasNode || n.Anchor != "" {
		c.fault(n, "anchors and aliases (& and *) are not used in a codebook: write the value out")
		return
	}
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch t.Kind() {
	case reflect.Struct:
		if c.form(path, n, yaml.MappingNode, "keys with values") {
			c.mapping(path, n, t)
		}
	case reflect.Slice:
		if c.form(path, n, yaml.SequenceNode, "a list") {
			for i, item := range n.Content {
				c.value(join(path, strconv.Itoa(i)), item, t.Elem())
			}
		}
	case reflect.Map:
		if c.form(path, n, yaml.MappingNode, mapForm(t)) {
			for i := 0; i+1 < len(n.Content); i += 2 {
				c.value(join(path, n.Content[i].Value), n.Content[i+1], t.Elem())
			}
		}
	default:
		c.scalar(path, n, t)
	}
}

// mapForm says what a map of the type holds.
func mapForm(t reflect.Type) string {
	if t.Elem().Kind() == reflect.String {
		return "cell texts with what they are read as"
	}
	return "question ids with lists of option codes"
}

// form reports whether n is of the kind; if not, it is a fault.
func (c *checker) form(path string, n *yaml.Node, kind yaml.Kind, wanted string) bool {
	if n.Kind == kind {
		return true
	}
	c.fault(n, "%s must be %s", named(path), wanted)
	return false
}

func (c *checker) mapping(path string, n *yaml.Node, t reflect.Type) {
	for i := 0; i+1 < len(n.Content); i += 2 {
		name, value := n.Content[i], n.Content[i+1]
		field, ok := c.keys(t)[name.Value]
		if !ok {
			c.fault(name, "%s has no key %q%s", named(path), name.Value, suggestion(name.Value, fieldNames(t)))
			continue
		}
		c.value(join(path, name.Value), value, field)
	}
}

func (c *checker) scalar(path string, n *yaml.Node, t reflect.Type) {
	if n.Kind != yaml.ScalarNode {
		c.fault(n, "%s must be one value", named(path))
		return
	}
	switch t.Kind() {
	case reflect.Int:
		if _, err := strconv.Atoi(n.Value); err != nil {
			c.fault(n, "%s must be a whole number, not %q", named(path), n.Value)
		}
	case reflect.Float64:
		if _, err := strconv.ParseFloat(n.Value, 64); err != nil {
			c.fault(n, "%s must be a number with a decimal point, not %q", named(path), n.Value)
		}
	case reflect.Bool:
		if n.Tag != "!!bool" {
			c.fault(n, "%s must be true or false, not %q", named(path), n.Value)
		}
	default:
		if n.Tag == "!!null" {
			c.fault(n, "%s has no value: fill it in or take the line out", named(path))
		}
	}
}

// join adds a step to a path.
func join(path, step string) string {
	if path == "" {
		return step
	}
	return path + "." + step
}

// named says which value a path is, in words for a message.
func named(path string) string {
	if path == "" {
		return "the codebook"
	}
	words := strings.Split(path, ".")
	last := words[len(words)-1]
	if _, err := strconv.Atoi(last); err != nil {
		return last
	}
	if len(words) == 1 {
		return "an item"
	}
	return "an item of " + words[len(words)-2]
}

// keys returns the YAML keys that fill a struct, with the types of what they fill.
func (c *checker) keys(t reflect.Type) map[string]reflect.Type {
	keys := c.fields[t]
	if keys == nil {
		keys = map[string]reflect.Type{}
		for i := range t.NumField() {
			f := t.Field(i)
			if name := yamlName(f); name != "-" && name != "" {
				keys[name] = f.Type
			}
		}
		c.fields[t] = keys
	}
	return keys
}

func fieldNames(t reflect.Type) []string {
	var names []string
	for i := range t.NumField() {
		if name := yamlName(t.Field(i)); name != "-" && name != "" {
			names = append(names, name)
		}
	}
	return names
}

func yamlName(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("yaml"), ",")
	return name
}

// suggestion returns what to write instead of a word that is not known: the
// nearest known one, or all of them when none is near.
func suggestion(word string, known []string) string {
	if near := nearest(word, known); near != "" {
		return fmt.Sprintf("; do you mean %q?", near)
	}
	return "; use one of " + strings.Join(known, ", ")
}
