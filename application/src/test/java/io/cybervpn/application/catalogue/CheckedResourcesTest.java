package io.cybervpn.application.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.catalogue.Flaw.Kind;
import io.cybervpn.application.catalogue.PlanDraft.ResourcesDraft;
import io.cybervpn.domain.catalogue.Resources;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CheckedResourcesTest {
    private final Flaws flaws = new Flaws();

    private Optional<Resources> check(String kind, Map<String, Long> amounts) {
        return CheckedResources.of(Optional.of(new ResourcesDraft(kind, amounts)), flaws);
    }

    @Test
    void what_is_sound_is_what_was_asked_for() {
        assertThat(CheckedResources.of(Optional.empty(), flaws)).contains(Resources.none());
        assertThat(check("line", Map.of("downKbit", 100_000L, "upKbit", 50_000L)))
                .contains(new Resources.Line(100_000, 50_000));
        assertThat(
                        check(
                                "machine",
                                Map.of(
                                        "cpuPercent",
                                        150L,
                                        "memoryMib",
                                        2048L,
                                        "diskMib",
                                        10_240L,
                                        "databases",
                                        1L,
                                        "backups",
                                        2L,
                                        "ports",
                                        0L)))
                .contains(new Resources.Machine(150, 2048, 10_240, 1, 2, 0));
        assertThat(flaws.none()).isTrue();
    }

    @Test
    void all_that_is_missing_out_of_bounds_or_of_another_kind_is_said_at_once() {
        assertThat(
                        check(
                                "machine",
                                Map.of(
                                        "memoryMib",
                                        0L,
                                        "diskMib",
                                        Long.MAX_VALUE,
                                        "ports",
                                        -1L,
                                        "backups",
                                        1L,
                                        "databases",
                                        0L,
                                        "upKbit",
                                        1L)))
                .isEmpty();

        assertThat(flaws.found())
                .containsExactlyInAnyOrder(
                        new Flaw("/resources/cpuPercent", Kind.REQUIRED),
                        new Flaw("/resources/memoryMib", Kind.TOO_SMALL),
                        new Flaw("/resources/diskMib", Kind.TOO_LARGE),
                        new Flaw("/resources/ports", Kind.TOO_SMALL),
                        new Flaw("/resources/upKbit", Kind.INVALID));
    }

    @Test
    void a_kind_is_needed_and_known() {
        check("", Map.of());
        check("yacht", Map.of());

        assertThat(flaws.found())
                .containsExactly(
                        new Flaw("/resources/kind", Kind.REQUIRED),
                        new Flaw("/resources/kind", Kind.UNKNOWN));
    }
}
