package io.cybervpn.application.shared;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param number from 0
 * @param size as asked, 1 to 200
 * @param total matches over all pages; empty when the caller did not want them counted
 * @param more whether there may be more matches than {@code total}; see {@link #COUNT_MAX}
 */
public record Page<T>(List<T> items, int number, int size, Optional<Long> total, boolean more) {
    /** Further than this a long list is not counted: counting reads each match. */
    public static final int COUNT_MAX = 10_000;

    /** How many matches a store reads at most to count them; see {@link #counted}. */
    public static final int COUNTED_MAX = COUNT_MAX + 1;

    /** Copies the items. */
    public Page {
        items = List.copyOf(items);
    }

    /** A page of a list that is counted to its end. */
    public Page(List<T> items, int number, int size, Optional<Long> total) {
        this(items, number, size, total, false);
    }

    /**
     * A page of a list that may be long.
     *
     * @param counted its matches, counted up to {@link #COUNTED_MAX}; a page beyond those has been
     *     seen, so its items count too
     */
    public static <T> Page<T> counted(List<T> items, Request request, Optional<Long> counted) {
        boolean more = counted.filter(count -> count > COUNT_MAX).isPresent();
        Optional<Long> total =
                more ? Optional.of(Math.max(COUNT_MAX, request.offset() + items.size())) : counted;
        return new Page<>(items, request.number(), request.size(), total, more);
    }

    /** The same page with other items. */
    public <R> Page<R> map(Function<T, R> change) {
        return new Page<>(items.stream().map(change).toList(), number, size, total, more);
    }

    /**
     * Which page.
     *
     * @param number from 0
     * @param size 1 to 200
     * @param count whether the total is wanted
     */
    public record Request(int number, int size, boolean count) {
        /** The largest page. */
        public static final int SIZE_MAX = 200;

        /** Refuses what presentation should have refused. */
        public Request {
            if (number < 0 || size < 1 || size > SIZE_MAX) {
                throw new IllegalArgumentException("page " + number + " of size " + size);
            }
        }

        /** Rows to skip. */
        public long offset() {
            return (long) number * size;
        }
    }
}
