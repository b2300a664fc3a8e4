package codebook

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"
)

// violations checks a value against a JSON Schema, as far as that of a codebook
// goes: type, enum, required, properties, additionalProperties, items, minimum.
func violations(schema map[string]any, path string, value any) []string {
	var found []string
	var types []string
	switch t := schema["type"].(type) {
	case string:
		types = []string{t}
	case []any:
		for _, one := range t {
			types = append(types, one.(string))
		}
	}
	if kind := jsonType(value); len(types) > 0 && !slices.Contains(types, kind) && (kind != "integer" || !slices.Contains(types, "number")) {
		return []string{fmt.Sprintf("%s: %s is none of %v", path, kind, types)}
	}
	if enum, ok := schema["enum"].([]any); ok && !slices.Contains(enum, value) {
		found = append(found, fmt.Sprintf("%s: %v is none of %v", path, value, enum))
	}
	if least, ok := schema["minimum"].(float64); ok {
		if n, isInt := value.(int); isInt && float64(n) < least {
			found = append(found, fmt.Sprintf("%s: %d is below %v", path, n, least))
		}
	}
	if list, ok := value.([]any); ok {
		for i, item := range list {
			found = append(found, violations(schema["items"].(map[string]any), fmt.Sprint(path, "/", i), item)...)
		}
	}
	object, ok := value.(map[string]any)
	if !ok {
		return found
	}
	needed, _ := schema["required"].([]any)
	for _, name := range needed {
		if _, there := object[name.(string)]; !there {
			found = append(found, fmt.Sprintf("%s: %s is missing", path, name))
		}
	}
	properties, _ := schema["properties"].(map[string]any)
	for name, item := range object {
		if sub, known := properties[name].(map[string]any); known {
			found = append(found, violations(sub, path+"/"+name, item)...)
		} else if rest, free := schema["additionalProperties"].(map[string]any); free {
			found = append(found, violations(rest, path+"/"+name, item)...)
		} else {
			found = append(found, fmt.Sprintf("%s: no key %s", path, name))
		}
	}
	return found
}

func jsonType(v any) string {
	switch v.(type) {
	case map[string]any:
		return "object"
	case []any:
		return "array"
	case string:
		return "string"
	case bool:
		return "boolean"
	case int:
		return "integer"
	case float64:
		return "number"
	}
	return fmt.Sprintf("%T", v)
}

func schemaOf(t *testing.T) map[string]any {
	t.Helper()
	text, err := Schema()
	if err != nil {
		t.Fatal(err)
	}
	var schema map[string]any
	if err := json.Unmarshal(text, &schema); err != nil {
		t.Fatal(err)
	}
	return schema
}

func TestSchemaFitsCodebooks(t *testing.T) {
	schema := schemaOf(t)
	for _, name := range []string{samples + "howaboutyou-2018.codebook.yaml", second + "flanders-2021.codebook.yaml", "testdata/codebook.yaml", "testdata/codebook-bare.yaml", ""} {
		data := []byte("strict: true" + included)
		if name != "" {
			var err error
			if data, err = os.ReadFile(name); err != nil {
				t.Fatal(err)
			}
		}
		var value any
		if err := yaml.Load(data, &value); err != nil {
			t.Fatal(err)
		}
		for _, v := range violations(schema, "", value) {
			t.Errorf("%s: %s", name, v)
		}
	}
}

// What the schema refuses, Read refuses too.
func TestSchemaRefuses(t *testing.T) {
	schema := schemaOf(t)
	for change, want := range map[[2]string]string{
		{"kind: scale", "sort: scale"}:                  "no key sort",
		{"kind: scale", "kind: rating"}:                 "rating is none of",
		{"role: organisation-type", "role: type"}:       "type is none of",
		{"score: 1", "score: low"}:                      "string is none of [integer]",
		{"reverse: true", "reverse: 1"}:                 "integer is none of [boolean]",
		{"column: Oordeel", "role: satisfaction"}:       "column is missing",
		{"not_shown: [\"-77\"]", "not_shown: {a: b}"}:   "object is none of [array]",
		{"respondent: {id: Nr", "respondent: {key: Nr"}: "no key key",
	} {
		text := strings.Replace(included, change[0], change[1], 1)
		var value any
		if err := yaml.Load([]byte(text), &value); err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(violations(schema, "", value), "; "); !strings.Contains(got, want) {
			t.Errorf("%q: got %q, want %q", change[1], got, want)
		}
		if _, err := Read("cb.yaml", []byte(text)); err == nil {
			t.Errorf("%q: Read takes it", change[1])
		}
	}
}

func TestEveryKeyHasADescription(t *testing.T) {
	var walk func(path string, schema map[string]any)
	walk = func(path string, schema map[string]any) {
		if schema["description"] == nil {
			t.Errorf("%s has no description", path)
		}
		if items, ok := schema["items"].(map[string]any); ok {
			schema = items
		}
		properties, _ := schema["properties"].(map[string]any)
		for name, sub := range properties {
			walk(path+"."+name, sub.(map[string]any))
		}
	}
	walk("", schemaOf(t))
}
