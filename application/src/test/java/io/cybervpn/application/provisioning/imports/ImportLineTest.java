package io.cybervpn.application.provisioning.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.provisioning.port.PanelUserKey;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What databases write is read exactly, or the line is refused. */
class ImportLineTest {
    private static ImportLine fine(Map<String, String> data) {
        return ((ImportLine.Parsed.Fine) ImportLine.of(data)).line();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-01 10:00:00+00, 2026-12-01T10:00:00Z",
        "2026-12-01 10:00:00.1234567+03, 2026-12-01T07:00:00.123456Z",
        "2026-12-01 10:00:00+05:30, 2026-12-01T04:30:00Z",
        "2026-12-01 10:00:00, 2026-12-01T10:00:00Z",
        "2026-12-01T10:00:00Z, 2026-12-01T10:00:00Z",
        "2026-12-01T10:00, 2026-12-01T10:00:00Z",
        "2026-12-01, 2026-12-01T00:00:00Z"
    })
    void moments_are_read_as_databases_write_them(String text, Instant expected) {
        assertThat(fine(Map.of("end", text)).end()).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "telegram, ann, telegram_id_invalid",
        "telegram, -5, telegram_id_invalid",
        "telegram, 12.0, telegram_id_invalid",
        "balance, 1.50, balance_invalid",
        "balance, '1 500', balance_invalid",
        "balance, 1234567890123456789, balance_invalid",
        "end, 2026-02-30, end_invalid",
        "end, 01.12.2026, end_invalid",
        "short_uuid, ../x, panel_user_invalid",
        "panel_user, a b, panel_user_invalid"
    })
    void what_cannot_be_read_is_refused_and_never_guessed(
            String field, String text, String expected) {
        assertThat(ImportLine.of(Map.of(field, text)))
                .isEqualTo(new ImportLine.Parsed.Wrong(expected));
    }

    @Test
    void the_short_id_names_a_user_before_all_else_and_a_link_ends_with_it() {
        String uuid = "019b0000-0000-7000-8000-000000000001";
        assertThat(
                        fine(Map.of("panel_uuid", uuid, "panel_user", "ann", "short_uuid", "abc"))
                                .user())
                .contains(new PanelUserKey.ShortUuid("abc"));
        assertThat(fine(Map.of("panel_uuid", uuid, "panel_user", "ann")).user())
                .contains(new PanelUserKey.Name("ann"));
        assertThat(fine(Map.of("panel_uuid", uuid)).user()).contains(new PanelUserKey.Uuid(uuid));
        assertThat(fine(Map.of("link", "https://p.example/api/sub/aB_9?x=1")).user())
                .contains(new PanelUserKey.ShortUuid("aB_9"));
    }

    @Test
    void nothing_is_written_in_several_ways() {
        ImportLine line =
                fine(Map.of("telegram", "NULL", "email", "\\N", "end", "None", "balance", " "));
        assertThat(line)
                .isEqualTo(
                        new ImportLine(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                false,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                false));
        assertThat(fine(Map.of("blocked", "active")).blocked()).isFalse();
        assertThat(fine(Map.of("blocked", "f")).blocked()).isFalse();
        assertThat(fine(Map.of("blocked", "t")).blocked()).isTrue();
        assertThat(fine(Map.of("blocked", "BLOCKED")).blocked()).isTrue();
    }
}
