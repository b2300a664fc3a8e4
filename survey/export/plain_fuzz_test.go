package export

import "testing"

// FuzzPlain feeds texts to both readers: what the plain one reads, the careful one
// reads the same.
func FuzzPlain(f *testing.F) {
	for _, s := range []string{
		dutch, "sep=;\na;b\n1;2\n", "a,b\n\"1\n2\",3\n", "a,b\r\n\"x\"\"y\",3\r\n\r\n , \r\n", "Vraag?,Kanaal?,c\nacht8888,negen9999,\xc3\xa9\n1,2,3",
		"a\tb\nx\t\"y\"\n", "a,b,c\n1,2,3\n\n\n4,5,6\r\n7,8,\r", string(plainSurvey(5)),
	} {
		f.Add([]byte(s), byte(0))
		f.Add([]byte(s), byte(','))
	}
	f.Fuzz(func(t *testing.T, data []byte, delimiter byte) {
		opt := Options{}
		if delimiter > 0 {
			opt = Options{Delimiter: rune(delimiter), HeaderRows: []int{1}}
		}
		sameFile(t, "a.csv", data, opt)
	})
}
