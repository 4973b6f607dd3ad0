package io.cybervpn.application.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.cybervpn.application.provisioning.port.LastAnswers;
import io.cybervpn.application.provisioning.port.LinkCache;
import io.cybervpn.application.provisioning.port.LinkCache.Slot;
import io.cybervpn.application.shared.MovableClock;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.AccessLink;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every cache of links does, and every store of last answers. */
public abstract class LinkCacheContract {
    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final Duration KEPT = Duration.ofDays(3);

    protected final MovableClock clock = new MovableClock(Instant.now());
    private final String link = AccessLink.hash(UUID.randomUUID().toString());
    private final AccessId access = Wishes.access();

    protected abstract LinkCache cache();

    protected abstract LastAnswers last();

    private static LinkFile file(String body) {
        return LinkFile.of(
                new ConfigFile(
                        "text/plain; charset=utf-8",
                        Map.of("profile-title", "base64:0J7QsQ==", "announce", "a: b"),
                        body));
    }

    @CanIgnoreReturnValue
    private static <T> T now(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(20));
    }

    private void put(String epoch, String variant, String body) {
        cache().put(new Slot(link, epoch, variant), file(body), FRESH)
                .await()
                .atMost(Duration.ofSeconds(20));
    }

    private void assertFound(String first, String second, String body) {
        LinkFile found = now(cache().find(link, first, second)).orElseThrow();
        LinkFile expected = file(body);
        assertThat(new String(found.body(), StandardCharsets.UTF_8)).isEqualTo(body);
        assertThat(found.headers()).isEqualTo(expected.headers());
        assertThat(found.contentType()).isEqualTo(expected.contentType());
        assertThat(found.tag()).isEqualTo(expected.tag());
    }

    @Test
    void what_is_kept_is_found_until_it_is_not_fresh_any_more() {
        put(now(cache().begin(link)), "clash", "proxies:\n\n  - имя\n");

        assertFound("clash/", "clash", "proxies:\n\n  - имя\n");
        assertThat(now(cache().find(link, "json/", "json"))).isEmpty();
        clock.advance(FRESH);
        assertThat(now(cache().find(link, "clash/", "clash"))).isEmpty();
    }

    @Test
    void the_answer_of_a_device_goes_before_that_of_all() {
        String epoch = now(cache().begin(link));
        put(epoch, "clash", "of all");
        put(epoch, "clash/1", "of one");

        assertFound("clash/1", "clash", "of one");
        assertFound("clash/2", "clash", "of all");
    }

    @Test
    void an_answer_that_was_begun_before_an_eviction_is_not_kept_after_it() {
        String before = now(cache().begin(link));
        assertThat(now(cache().begin(link))).isEqualTo(before);
        put(before, "clash", "old");
        now(cache().evict(Set.of(link)));

        put(before, "clash", "old");
        assertThat(now(cache().find(link, "clash/", "clash"))).isEmpty();

        String after = now(cache().begin(link));
        assertThat(after).isNotEqualTo(before);
        put(before, "clash", "old");
        put(after, "json", "new");
        assertThat(now(cache().find(link, "clash/", "clash"))).isEmpty();
        assertFound("json/", "json", "new");
    }

    @Test
    void an_answer_that_was_begun_without_the_cache_is_not_kept() {
        put("", "clash", "of nobody");

        assertThat(now(cache().find(link, "clash/", "clash"))).isEmpty();
    }

    @Test
    void many_variants_do_not_grow_without_end_and_the_newest_is_found() {
        String epoch = now(cache().begin(link));
        for (int i = 0; i < 200; i++) {
            put(epoch, "clash/" + i, "answer " + i);
        }

        assertFound("clash/199", "clash", "answer 199");
    }

    @Test
    void a_last_answer_is_kept_for_days_and_forgotten_with_its_keys() {
        now(last().put(access, "clash", file("servers"), KEPT));
        clock.advance(Duration.ofDays(2));

        assertThat(now(last().find(access, "clash"))).isPresent();
        assertThat(now(last().find(access, "json"))).isEmpty();
        assertThat(now(last().find(Wishes.access(), "clash"))).isEmpty();

        now(last().forget(access));
        assertThat(now(last().find(access, "clash"))).isEmpty();

        now(last().put(access, "clash", file("servers"), KEPT));
        clock.advance(KEPT);
        assertThat(now(last().find(access, "clash"))).isEmpty();
    }
}
