package io.cybervpn.infrastructure.provisioning.remnawave;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the panel tells and nobody may keep is not stored (R233). */
class PushSecretsTest {
    private final PushSecrets secrets = new PushSecrets(Recorded.JSON);
    private final RemnawaveNotices notices =
            new RemnawaveNotices(Recorded.JSON, new SimpleMeterRegistry());

    static Stream<Recorded.Push> pushes() {
        return Recorded.pushes();
    }

    @ParameterizedTest
    @MethodSource("pushes")
    void no_recorded_push_keeps_a_key_a_link_or_a_device(Recorded.Push push) {
        String kept = source(push).kept(push);

        assertThat(kept)
                .doesNotContain("dummyTrojanPassword", "dummySsPassword", "dummyPrivateKey")
                .doesNotContain("00000000-0000-4000-8000", "sub.example.test/", "\"wrong\"")
                .doesNotContain("device-aaaaaaaa01", "alice@example.test", "123456789,");
        assertThat(notices.read(kept)).isEqualTo(notices.read(push.text()));
    }

    @Test
    void the_password_of_a_failed_login_is_neither_kept_nor_hashed() {
        Recorded.Push push = Recorded.push("service.login_attempt_failed");
        Recorded.Push other = push.altered("\"wrong\"", "\"another\"");

        assertThat(source(push).kept(push)).contains(PushSecrets.GONE, "203.0.113.7");
        assertThat(secrets.withoutPasswords(push.body()))
                .isEqualTo(secrets.withoutPasswords(other.body()))
                .doesNotContain("\"wrong\"");
    }

    @Test
    void what_holds_no_secret_stays_as_it_came() {
        for (String text :
                new String[] {"{\"b\":1, \"a\": [ {\"c\":null} ]}", "nonsense", "", "[]"}) {
            assertThat(secrets.without(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
        }
    }

    private static RemnawaveWebhookSource source(Recorded.Push push) {
        return new RemnawaveWebhookSource(
                () -> List.of(push.secret()), Recorded.JSON, Clock.systemUTC());
    }
}
