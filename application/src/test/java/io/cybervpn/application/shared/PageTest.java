package io.cybervpn.application.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How many matches a page says there are. */
class PageTest {
    private static Page<String> counted(int number, int items, long counted) {
        return Page.counted(
                Collections.nCopies(items, "x"),
                new Page.Request(number, 25, true),
                Optional.of(counted));
    }

    @Test
    void a_list_that_was_counted_to_its_end_has_so_many() {
        assertThat(counted(0, 25, Page.COUNT_MAX).total()).contains((long) Page.COUNT_MAX);
        assertThat(counted(0, 25, Page.COUNT_MAX).more()).isFalse();
    }

    @Test
    void a_longer_one_has_at_least_as_many_as_were_counted() {
        Page<String> page = counted(0, 25, Page.COUNTED_MAX);
        assertThat(page.total()).contains((long) Page.COUNT_MAX);
        assertThat(page.more()).isTrue();
        assertThat(page.map(String::length).more()).isTrue();
    }

    @Test
    void a_page_beyond_the_bound_counts_what_it_shows() {
        assertThat(counted(500, 25, Page.COUNTED_MAX).total()).contains(12_525L);
        assertThat(counted(500, 3, Page.COUNTED_MAX).total()).contains(12_503L);
    }

    @Test
    void what_nobody_wants_counted_has_no_total() {
        Page<String> page =
                Page.counted(List.of("x"), new Page.Request(0, 25, false), Optional.empty());
        assertThat(page.total()).isEmpty();
        assertThat(page.more()).isFalse();
    }
}
