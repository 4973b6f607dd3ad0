package io.cybervpn.infrastructure.provisioning.remnawave;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.shared.WebhookSource.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** R121: only the panel's own pushes are believed. */
class RemnawaveWebhookSourceTest {
    static Stream<Recorded.Push> pushes() {
        return Recorded.pushes();
    }

    private static Verdict judged(Recorded.Push push, Clock clock) {
        return source(push.secret(), clock).verify(push);
    }

    private static RemnawaveWebhookSource source(String secret, Clock clock) {
        return new RemnawaveWebhookSource(
                () -> List.of("another-panel-signs-with-this-one-0123", secret),
                Recorded.JSON,
                clock);
    }

    @ParameterizedTest
    @MethodSource("pushes")
    void every_recorded_push_is_genuine_and_is_known_again(Recorded.Push push) {
        Verdict first = judged(push, push.clock());

        assertThat(first).isInstanceOf(Verdict.Genuine.class);
        assertThat(((Verdict.Genuine) first).dedupeKey()).matches("[0-9a-f]{64}");
        assertThat(judged(push, push.clock())).isEqualTo(first);
    }

    @ParameterizedTest
    @MethodSource("pushes")
    void a_push_that_was_altered_or_signed_by_another_is_refused(Recorded.Push push) {
        String tail = push.signature().substring(1);
        String head = push.signature().startsWith("0") ? "1" : "0";

        assertThat(judged(push.signed(head + tail), push.clock()))
                .isInstanceOf(Verdict.Refused.class);
        assertThat(judged(push.signed(""), push.clock())).isInstanceOf(Verdict.Refused.class);
        assertThat(judged(push.altered("\"event\"", "\"Event\""), push.clock()))
                .isInstanceOf(Verdict.Refused.class);
        assertThat(source(push.secret() + "0", push.clock()).verify(push))
                .isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void a_push_is_fresh_for_ten_minutes_and_may_be_five_ahead() {
        Recorded.Push push = Recorded.push("user.modified");

        assertThat(judgedAfter(push, Duration.ofMinutes(10))).isInstanceOf(Verdict.Genuine.class);
        assertThat(judgedAfter(push, Duration.ofMinutes(10).plusSeconds(1)))
                .isInstanceOf(Verdict.Refused.class);
        assertThat(judgedAfter(push, Duration.ofMinutes(-5))).isInstanceOf(Verdict.Genuine.class);
        assertThat(judgedAfter(push, Duration.ofMinutes(-5).minusSeconds(1)))
                .isInstanceOf(Verdict.Refused.class);
    }

    private static Verdict judgedAfter(Recorded.Push push, Duration wait) {
        return judged(push, Clock.offset(push.clock(), wait));
    }

    @Test
    void without_a_secret_of_32_characters_nothing_is_believed() {
        Recorded.Push push = Recorded.push("user.modified");
        RemnawaveWebhookSource none =
                new RemnawaveWebhookSource(List::of, Recorded.JSON, push.clock());

        assertThat(none.verify(push)).isInstanceOf(Verdict.NotConfigured.class);
        RemnawaveWebhookSource weak =
                new RemnawaveWebhookSource(() -> List.of("short"), Recorded.JSON, push.clock());
        assertThat(weak.verify(push)).isInstanceOf(Verdict.NotConfigured.class);
        assertThat(none.source()).isEqualTo("remnawave");
    }

    @Test
    void different_pushes_have_different_keys() {
        long keys =
                Recorded.pushes()
                        .map(push -> judged(push, push.clock()))
                        .map(verdict -> ((Verdict.Genuine) verdict).dedupeKey())
                        .distinct()
                        .count();

        assertThat(keys).isEqualTo(Recorded.pushes().count());
    }
}
