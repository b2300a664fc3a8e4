#include "textflag.h"

// The bytes 0 to 63.
DATA places<>+0(SB)/8, $0x0706050403020100
DATA places<>+8(SB)/8, $0x0f0e0d0c0b0a0908
DATA places<>+16(SB)/8, $0x1716151413121110
DATA places<>+24(SB)/8, $0x1f1e1d1c1b1a1918
DATA places<>+32(SB)/8, $0x2726252423222120
DATA places<>+40(SB)/8, $0x2f2e2d2c2b2a2928
DATA places<>+48(SB)/8, $0x3736353433323130
DATA places<>+56(SB)/8, $0x3f3e3d3c3b3a3938
GLOBL places<>(SB), RODATA|NOPTR, $64

// FIRST sets sixteen numbers from a pointer on to a base and the places of the ones of a
// word, of which R8 is how many there are. What is behind these will be set again: that
// takes less time than a branch that is guessed wrong.
#define FIRST(ones, base, to) \
	KMOVQ         ones, K1       \
	VPCOMPRESSB.Z Z8, K1, Z1     \
	POPCNTQ       ones, R8       \
	VPMOVZXBD     X1, Z2         \
	VPADDD        base, Z2, Z2   \
	VMOVDQU32     Z2, (to)

// NEXT sets the sixteen of another quarter of the places, which are in Z1.
#define NEXT(quarter, base, to) \
	VEXTRACTI32X4 $quarter, Z1, X2 \
	VPMOVZXBD     X2, Z2           \
	VPADDD        base, Z2, Z2     \
	VMOVDQU32     Z2, (64*quarter)(to)

// func stopsIn(stops, lines *uint32, b *byte, blocks, base, n uint32, separators, inside uint64) (moreStops, moreLines int, after uint64)
TEXT ·stopsIn(SB), NOSPLIT, $0-80
	MOVQ         stops+0(FP), DI
	MOVQ         lines+8(FP), DX
	MOVQ         b+16(FP), SI
	MOVQ         blocks+24(FP), R9
	MOVL         base+32(FP), R8
	VPBROADCASTD R8, Z9
	MOVL         n+36(FP), R10
	VPBROADCASTQ separators+40(FP), Z5
	MOVQ         inside+48(FP), R12
	MOVL         $10, AX
	VPBROADCASTB AX, Z6
	MOVL         $34, AX
	VPBROADCASTB AX, Z7
	MOVL         $64, AX
	VPBROADCASTD AX, Z4
	VMOVDQU64    places<>(SB), Z8
	VPTERNLOGD   $255, Z3, Z3, Z3
	MOVQ         DI, R13
	MOVQ         DX, R14

next:
	VMOVDQU64  (SI), Z0
	VPCMPEQB   Z5, Z0, K1
	VPCMPEQB   Z6, Z0, K2
	VPCMPEQB   Z7, Z0, K3
	KORQ       K1, K2, K1
	KMOVQ      K1, AX
	KMOVQ      K2, BX
	KMOVQ      K3, CX

	// A byte is quoted when the number of quotation marks up to it is odd.
	VMOVQ      CX, X2
	VPCLMULQDQ $0, X3, X2, X2
	VMOVQ      X2, CX
	XORQ       R12, CX
	MOVQ       CX, R12
	SARQ       $63, R12
	ANDNQ      AX, CX, AX
	ANDNQ      BX, CX, BX

	// Which of the stops are feeds, as bits beside each other.
	VPBROADCASTD R10, Z10
	PEXTQ        AX, BX, BX
	FIRST(AX, Z9, DI)
	NEXT(1, Z9, DI)
	CMPQ R8, $32
	JLS  stops
	NEXT(2, Z9, DI)
	NEXT(3, Z9, DI)

stops:
	LEAQ (DI)(R8*4), DI
	ADDQ R8, R10
	FIRST(BX, Z10, DX)
	CMPQ R8, $16
	JLS  lines
	NEXT(1, Z10, DX)
	NEXT(2, Z10, DX)
	NEXT(3, Z10, DX)

lines:
	LEAQ   (DX)(R8*4), DX
	VPADDD Z4, Z9, Z9
	ADDQ   $64, SI
	DECQ   R9
	JNZ    next

	VZEROUPPER
	SUBQ R13, DI
	SHRQ $2, DI
	MOVQ DI, moreStops+56(FP)
	SUBQ R14, DX
	SHRQ $2, DX
	MOVQ DX, moreLines+64(FP)
	MOVQ R12, after+72(FP)
	RET

// func cpuid(leaf uint32) (a, b, c uint32)
TEXT ·cpuid(SB), NOSPLIT, $0-20
	MOVL leaf+0(FP), AX
	XORL CX, CX
	CPUID
	MOVL AX, a+8(FP)
	MOVL BX, b+12(FP)
	MOVL CX, c+16(FP)
	RET

// func saved() uint32
TEXT ·saved(SB), NOSPLIT, $0-4
	XORL CX, CX
	XGETBV
	MOVL AX, ret+0(FP)
	RET
