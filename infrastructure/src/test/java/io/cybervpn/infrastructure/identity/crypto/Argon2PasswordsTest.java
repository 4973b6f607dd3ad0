package io.cybervpn.infrastructure.identity.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.identity.port.PasswordHasher.Hashed;
import io.cybervpn.application.identity.port.PasswordHasher.Verified;
import io.cybervpn.domain.identity.model.Password;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** R237. */
class Argon2PasswordsTest {
    private static final Password PASSWORD = new Password("пароль 🦊 password");

    private final Argon2Passwords passwords =
            new Argon2Passwords(new Argon2Passwords.Cost(1024, 2), 4);

    @AfterEach
    void stop() {
        passwords.stop();
    }

    private String hash() {
        return ((Hashed.Done) await(passwords.hash(PASSWORD))).hash();
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().indefinitely();
    }

    @Test
    void a_hash_says_how_it_was_made_and_has_a_salt_of_its_own() {
        String first = hash();
        assertThat(first).startsWith("$argon2id$v=19$m=1024,t=2,p=1$");
        assertThat(hash()).isNotEqualTo(first);
    }

    @Test
    void only_the_password_matches() {
        String hash = hash();
        assertThat(await(passwords.verify(PASSWORD, hash))).isEqualTo(new Verified.Match());
        assertThat(await(passwords.verify(new Password("another"), hash)))
                .isEqualTo(new Verified.Mismatch());
        assertThat(await(passwords.verify(new Password(""), hash)))
                .isEqualTo(new Verified.Mismatch());
        assertThat(await(passwords.verifyNothing(PASSWORD))).isEqualTo(new Verified.Mismatch());
    }

    @Test
    void a_hash_of_another_implementation_matches() {
        // printf 'password' | argon2 somesalt -id -t 2 -k 65536 -p 1 -l 24, as in its README
        String foreign =
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ"
                        + "$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
        assertThat(await(passwords.verify(new Password("password"), foreign)))
                .isEqualTo(new Verified.Match());
    }

    @Test
    void a_hash_is_outdated_when_a_new_one_would_cost_more() {
        assertThat(passwords.isOutdated(hash())).isFalse();
        Argon2Passwords dearer = new Argon2Passwords(new Argon2Passwords.Cost(2048, 2), 4);
        assertThat(dearer.isOutdated(hash())).isTrue();
        assertThat(passwords.isOutdated(((Hashed.Done) await(dearer.hash(PASSWORD))).hash()))
                .isFalse();
        dearer.stop();
    }

    @Test
    void more_than_may_wait_is_told_so_at_once() {
        List<CompletableFuture<Verified>> crowd =
                IntStream.range(0, 100)
                        .mapToObj(i -> passwords.verifyNothing(new Password("guess " + i)))
                        .map(uni -> uni.subscribeAsCompletionStage())
                        .toList();
        List<Verified> answers = crowd.stream().map(CompletableFuture::join).toList();
        assertThat(answers)
                .contains(new Verified.Busy(Duration.ofSeconds(2)))
                .filteredOn(new Verified.Mismatch()::equals)
                .hasSizeGreaterThanOrEqualTo(4);
        assertThat(await(passwords.verifyNothing(PASSWORD))).isEqualTo(new Verified.Mismatch());
    }
}
