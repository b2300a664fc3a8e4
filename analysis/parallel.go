package analysis

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// each calls do with every number below n, on as many threads as there are. What
// do fills in for one number must not depend on another, so that the result is
// the same for any number of threads.
func each(n int, do func(i int)) {
	var work sync.WaitGroup
	var next atomic.Int64
	for range min(runtime.GOMAXPROCS(0), n) {
		work.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	work.Wait()
}
