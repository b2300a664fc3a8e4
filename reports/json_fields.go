package reports

import (
	"reflect"
	"slices"
	"strings"
)

// JSONFields lists the path of every field of the JSON output, sorted; [] marks
// the elements of a list: "tables[].rows[].cells[].value".
func JSONFields() []string { return fieldsOf(reflect.TypeFor[jsonStudy]()) }

// InspectionFields lists the path of every field of the JSON of an inspection,
// in the same way.
func InspectionFields() []string { return fieldsOf(reflect.TypeFor[jsonInspection]()) }

func fieldsOf(t reflect.Type) []string {
	var paths []string
	collect(t, "", &paths)
	slices.Sort(paths)
	return paths
}

// collect adds the paths of the fields below a type. The types do not refer to
// themselves.
func collect(t reflect.Type, path string, paths *[]string) {
	switch t.Kind() {
	case reflect.Pointer:
		collect(t.Elem(), path, paths)
	case reflect.Slice:
		collect(t.Elem(), path+"[]", paths)
	case reflect.Struct:
		for i := range t.NumField() {
			name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
			if f := t.Field(i); name == "-" || !f.Anonymous && !f.IsExported() {
				continue // not written
			}
			if t.Field(i).Anonymous {
				collect(t.Field(i).Type, path, paths)
				continue
			}
			at := strings.TrimPrefix(path+"."+name, ".")
			if elem(t.Field(i).Type).Kind() == reflect.Struct {
				collect(t.Field(i).Type, at, paths)
				continue
			}
			*paths = append(*paths, at+brackets(t.Field(i).Type))
		}
	default:
	}
}

func elem(t reflect.Type) reflect.Type {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	return t
}

func brackets(t reflect.Type) string {
	if t.Kind() == reflect.Slice {
		return "[]"
	}
	return ""
}
