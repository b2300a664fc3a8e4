// Package spss reads the system files of SPSS Statistics, PSPP, ReadStat and
// the survey tools that write them: .sav (data plain or packed by byte codes)
// and .zsav (those byte codes in zlib blocks), in either byte order.
//
// Read gives the dictionary (names, labels, formats, user-missing values,
// multiple-response sets, weight) and the data by column. A missing answer has
// a typed reason (State); a user-missing one keeps its value beside it. What
// is wrong with the bytes is an *Error with the record and the byte at which it
// was found; what is odd but can be read is a Doubt. A file that breaks off is
// an error, never a file with fewer cases.
//
// # The format
//
// IBM has not published it. The source is the chapter "System File Format" of
// the GNU PSPP developers' documentation (https://www.gnu.org/software/pspp/),
// checked against files from PSPP and from ReadStat. In short:
//
//   - Integers have four bytes, numbers eight (IEEE 754), both in the order that
//     the layout code of the header (2 or 3) shows. -MaxFloat64 is the
//     system-missing value.
//   - A header of 176 bytes ("$FL2", or "$FL3" for zlib): product, packing,
//     weight, number of cases, bias of the byte codes, date, file label.
//   - Record 2 per eight bytes of a case: a number, or a string of at most eight
//     bytes; a longer string has further records of type -1. It holds the short
//     name, label, formats and up to three user-missing values or a range.
//   - Records 3 and 4: value labels, and the positions that have them. Strings of
//     more than eight bytes have theirs in record 7/21, and their user-missing
//     values in 7/22.
//   - Record 6: lines of notes.
//   - Records 7/n, each with its size and count: 3 machine and code page,
//     4 special values, 7 and 19 multiple-response sets, 11 measurement levels,
//     13 long names, 14 very long strings, 16 number of cases, 20 encoding. Others
//     say nothing about the answers and are passed over.
//   - Record 999, then the data, case after case. A string of more than 255 bytes
//     is cut into segments of 255 bytes, one for each 252 bytes of its width.
//   - Byte codes come in groups of eight, followed by the eight-byte values that
//     they ask for: 0 nothing, 1..251 the number code-bias, 252 the end, 253 the
//     next value, 254 eight blanks, 255 system-missing.
//   - In a .zsav file the codes stand in zlib blocks, between a header of three
//     offsets and a trailer that lists the blocks.
//
// Not read: EBCDIC and non-IEEE machines, encrypted files, portable (.por)
// files, encodings of more than one byte per letter other than UTF-8. These are
// refused by name.
package spss
