package codebook

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
)

// property is one node of a JSON Schema. Its fields stand in the order in which
// they are written.
type property struct {
	Schema               string    `json:"$schema,omitempty"`
	Title                string    `json:"title,omitempty"`
	Description          string    `json:"description,omitempty"`
	Type                 any       `json:"type,omitempty"`
	Enum                 []string  `json:"enum,omitempty"`
	Minimum              *int      `json:"minimum,omitempty"`
	Items                *property `json:"items,omitempty"`
	Required             []string  `json:"required,omitempty"`
	Properties           *ordered  `json:"properties,omitempty"`
	AdditionalProperties any       `json:"additionalProperties,omitempty"`
}

// ordered are the properties of an object, in the order of a codebook.
type ordered []struct {
	name  string
	value *property
}

// MarshalJSON writes the properties as one object.
func (o ordered) MarshalJSON() ([]byte, error) {
	var b strings.Builder
	b.WriteByte('{')
	for i, p := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		value, err := json.Marshal(p.value)
		if err != nil {
			return nil, fmt.Errorf("property %s: %w", p.name, err)
		}
		fmt.Fprintf(&b, "%q:%s", p.name, value)
	}
	b.WriteByte('}')
	return []byte(b.String()), nil
}

// Schema returns the JSON Schema (draft 2020-12) of a codebook file, so that an
// editor can complete and check it. It knows the keys, forms and words; what one
// value says about another is checked by Read alone.
func Schema() ([]byte, error) {
	root := propertyOf("", reflect.TypeFor[Codebook]())
	root.Schema = "https://json-schema.org/draft/2020-12/schema"
	root.Title = "Codebook of a survey"
	root.Required = []string{"questions"}
	text, err := json.MarshalIndent(root, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("writing the schema of the codebook: %w", err)
	}
	return append(text, '\n'), nil
}

// propertyOf returns the schema of a value at a path such as "questions.kind";
// the items of a list have the path of the list.
func propertyOf(path string, t reflect.Type) *property {
	p := &property{Description: descriptions()[path], Enum: words()[path]}
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch t.Kind() {
	case reflect.Struct:
		p.Type, p.AdditionalProperties = "object", false
		p.Required = required()[path]
		p.Properties = &ordered{}
		for i := range t.NumField() {
			if name := yamlName(t.Field(i)); name != "-" && name != "" {
				*p.Properties = append(*p.Properties, struct {
					name  string
					value *property
				}{name, propertyOf(join(path, name), t.Field(i).Type)})
			}
		}
	case reflect.Slice:
		p.Type, p.Items = "array", propertyOf(path, t.Elem())
		p.Items.Description, p.Enum = "", nil
	case reflect.Map:
		p.Type, p.AdditionalProperties = "object", propertyOf("", t.Elem())
	case reflect.Int:
		least := 0
		p.Type, p.Minimum = "integer", &least
	case reflect.Float64:
		p.Type = "number"
	case reflect.Bool:
		p.Type = "boolean"
	default: // YAML reads 12 and true as such; a codebook takes them as text
		if p.Type = any([]string{"string", "number", "boolean"}); len(p.Enum) > 0 {
			p.Type = "string"
		}
	}
	return p
}

// required lists the keys without which a part of a codebook is refused.
func required() map[string][]string {
	return map[string][]string{
		"filters":           {"column", "in"},
		"questions":         {"id", "column", "kind"},
		"questions.options": {"code", "label"},
		"questions.groups":  {"code", "label", "of"},
		"questions.themes":  {"code", "label", "patterns"},

		"from_register.columns":         {"column"},
		"from_register.columns.options": {"code", "label"},
	}
}

// words lists the words that a value can be, where it is one of a few.
func words() map[string][]string {
	return map[string][]string{
		"survey.language":       {"nl", "en"},
		"survey.mode":           modeWords(),
		"weighting":             {WeightingFrame},
		"respondent.duplicates": {keepAll, keepFirst, keepLast},
		"from_register.several": {keepAll, keepFirst, keepLast},
		"respondent.include":    {includeAnswered, includeComplete, includeAll},
		"questions.kind":        kindWords(),
		"questions.role":        roleWords(),
		"questions.sensitivity": {"protected", "open"},
		"questions.polarity":    polarityWords(),
		"questions.base":        {baseMarked, baseTicked},
		"questions.comparable":  comparableWords(),
		"questions.personal":    {keepTexts},
	}
}
