#include "textflag.h"

// SIXTEEN compares sixteen bytes with each of the three that are looked for, and
// adds where they are, as bits from a place on, to AX, BX and CX.
#define SIXTEEN(at) \
	MOVOU    at(SI), X0 \
	MOVO     X0, X1     \
	MOVO     X0, X2     \
	PCMPEQB  X5, X0     \
	PCMPEQB  X6, X1     \
	PCMPEQB  X7, X2     \
	PMOVMSKB X0, R8     \
	PMOVMSKB X1, R9     \
	PMOVMSKB X2, R10    \
	SHLQ     $at, R8    \
	SHLQ     $at, R9    \
	SHLQ     $at, R10   \
	ORQ      R8, AX     \
	ORQ      R9, BX     \
	ORQ      R10, CX

// func placesIn(found *blockPlaces, b *byte, blocks int, separators, feeds, quotes uint64)
TEXT ·placesIn(SB), NOSPLIT, $0-48
	MOVQ       found+0(FP), DI
	MOVQ       b+8(FP), SI
	MOVQ       blocks+16(FP), DX
	MOVQ       separators+24(FP), X5
	MOVQ       feeds+32(FP), X6
	MOVQ       quotes+40(FP), X7
	PUNPCKLQDQ X5, X5
	PUNPCKLQDQ X6, X6
	PUNPCKLQDQ X7, X7

next:
	TESTQ DX, DX
	JZ    done
	XORL  AX, AX
	XORL  BX, BX
	XORL  CX, CX
	SIXTEEN(0)
	SIXTEEN(16)
	SIXTEEN(32)
	SIXTEEN(48)
	MOVQ  AX, 0(DI)
	MOVQ  BX, 8(DI)
	MOVQ  CX, 16(DI)
	ADDQ  $64, SI
	ADDQ  $24, DI
	DECQ  DX
	JMP   next

done:
	RET
