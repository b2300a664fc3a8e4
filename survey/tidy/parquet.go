package tidy

import (
	"bytes"
	"fmt"
	"slices"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/encoding"
)

// parquetBatch is the number of rows that go to a column at a time.
const parquetBatch = 4096

// parquetChunk is the number of bytes by which the pages of a column grow: a column of a
// survey takes little, and there may be many of them.
const parquetChunk = 4 << 10

// Parquet returns the table as a Parquet file, not packed: wordings and pseudonyms as
// text with a dictionary, of which the wordings of a choice stand in the order of their
// codes; ticks as small integers; numbers as doubles; null where there is no value. The
// codebook of the columns is in the file as well, under the key "codebook".
func (t *Table) Parquet() ([]byte, error) {
	book, err := t.Codebook()
	if err != nil {
		return nil, err
	}
	if len(t.Columns) > parquet.MaxColumnIndex {
		return nil, fmt.Errorf("writing Parquet: %d columns are more than a file of this kind holds here (%d); write CSV", len(t.Columns), parquet.MaxColumnIndex)
	}
	var b bytes.Buffer
	w := parquet.NewGenericWriter[any](&b, t.schema(), &parquet.WriterConfig{
		CreatedBy: "benchmark",
		// Pages of the first kind are what every reader knows.
		DataPageVersion:   1,
		KeyValueMetadata:  map[string]string{"codebook": string(book)},
		ColumnPageBuffers: parquet.NewChunkBufferPool(parquetChunk),
	})
	for k, column := range w.ColumnWriters() {
		if err := t.Columns[k].write(column, k, t.Rows); err != nil {
			return nil, fmt.Errorf("writing Parquet: column %s: %w", t.Columns[k].Name, err)
		}
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("writing Parquet: %w", err)
	}
	return b.Bytes(), nil
}

// ordered is a group of columns that keep their order; a Group has them by name.
type ordered struct {
	parquet.Group
	fields []parquet.Field
}

// Fields returns the columns in order.
func (o *ordered) Fields() []parquet.Field { return o.fields }

// schema says what the columns of the file are.
func (t *Table) schema() *parquet.Schema {
	group, place := parquet.Group{}, map[string]int{}
	for k := range t.Columns {
		group[t.Columns[k].Name], place[t.Columns[k].Name] = t.Columns[k].node(), k
	}
	fields := group.Fields()
	slices.SortFunc(fields, func(a, b parquet.Field) int { return place[a.Name()] - place[b.Name()] })
	return parquet.NewSchema("schema", &ordered{Group: group, fields: fields})
}

// node says how the values of the column are stored.
func (c *Column) node() parquet.Node {
	var n parquet.Node
	switch c.Kind {
	case Number:
		n = parquet.Leaf(parquet.DoubleType)
	case Tick:
		n = parquet.Encoded(parquet.Int(8), &parquet.RLEDictionary)
	case Choice, Scale:
		n = parquet.Encoded(parquet.Leaf(coded{parquet.String().Type(), c.Labels}), &parquet.RLEDictionary)
	default:
		n = parquet.Encoded(parquet.String(), &parquet.RLEDictionary)
	}
	if c.There != nil {
		n = parquet.Optional(n)
	}
	return n
}

// coded is the type of a text that is one of the labels, of which the dictionary has
// them all from the start: a reader that takes it for the levels of a factor has them in
// order, and those that nobody chose.
type coded struct {
	parquet.Type
	labels []string
}

// NewDictionary returns a dictionary with the labels in it.
func (t coded) NewDictionary(column, values int, data encoding.Values) parquet.Dictionary {
	d := t.Type.NewDictionary(column, values, data)
	labels := make([]parquet.Value, len(t.labels))
	for i, label := range t.labels {
		labels[i] = parquet.ValueOf(label)
	}
	d.Insert(make([]int32, len(labels)), labels)
	return d
}

// write writes the values of the column, the k-th of the file.
func (c *Column) write(w *parquet.ColumnWriter, k, rows int) error {
	batch := make([]parquet.Value, 0, min(rows, parquetBatch))
	for first := 0; first < rows; first += parquetBatch {
		batch = batch[:0]
		for r := first; r < min(rows, first+parquetBatch); r++ {
			batch = append(batch, c.value(r, k))
		}
		if _, err := w.WriteRowValues(batch); err != nil {
			return err
		}
	}
	return w.Close()
}

// value returns what stands in a row of the column, the k-th of the file.
func (c *Column) value(r, k int) parquet.Value {
	var v parquet.Value
	switch {
	case !c.has(r):
		return parquet.NullValue().Level(0, 0, k)
	case c.Kind == Number:
		v = parquet.DoubleValue(c.Numbers[r])
	case c.Kind == Tick:
		v = parquet.Int32Value(int32(c.Numbers[r]))
	case c.Kind == Text:
		v = parquet.ValueOf(c.Texts[r])
	default:
		v = parquet.ValueOf(c.Labels[int(c.Numbers[r])-1])
	}
	if c.There != nil {
		return v.Level(0, 1, k)
	}
	return v.Level(0, 0, k)
}
