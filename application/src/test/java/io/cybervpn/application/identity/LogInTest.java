package io.cybervpn.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.domain.identity.model.Account;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** R37. */
class LogInTest {
    private final IdentityWorld world = new IdentityWorld();

    @Test
    void the_right_password_opens_a_session_each_time() {
        world.registered("anna@example.org");
        var first = world.loggedIn("Anna@example.org", "correct horse");
        var second = world.loggedIn("anna@example.org", "correct horse");
        assertThat(first.account()).isEqualTo(second.account());
        assertThat(first.tokens().refresh()).isNotEqualTo(second.tokens().refresh());
    }

    @Test
    void an_unknown_email_and_a_wrong_password_look_alike_and_cost_the_same() {
        world.registered("anna@example.org");
        var wrong = world.logIn("anna@example.org", "wrong horse");
        assertThat(world.hasher.comparisons()).isEqualTo(1);
        var unknown = world.logIn("nobody@example.org", "wrong horse");
        assertThat(world.hasher.comparisons()).isEqualTo(2);
        var malformed = world.logIn("not an e-mail", "wrong horse");
        assertThat(world.hasher.comparisons()).isEqualTo(3);
        assertThat(wrong).isEqualTo(new LogIn.Result.WrongCredentials());
        assertThat(unknown).isEqualTo(wrong);
        assertThat(malformed).isEqualTo(wrong);
    }

    @Test
    void a_blocked_account_is_told_so_only_with_the_right_password() {
        world.registered("anna@example.org");
        world.block("anna@example.org");
        assertThat(world.logIn("anna@example.org", "wrong horse"))
                .isEqualTo(new LogIn.Result.WrongCredentials());
        assertThat(world.logIn("anna@example.org", "correct horse"))
                .isEqualTo(new LogIn.Result.Known(new Admission.Blocked()));
    }

    @Test
    void guessing_at_one_account_is_slowed_down_whether_it_is_there_or_not() {
        world.registered("anna@example.org");
        assertThat(attemptsLetThrough("anna@example.org")).isEqualTo(3);
        assertThat(attemptsLetThrough("nobody@example.org")).isEqualTo(3);
    }

    @Test
    void a_busy_hasher_is_a_reason_to_wait() {
        world.registered("anna@example.org");
        world.hasher.beBusy();
        assertThat(world.logIn("anna@example.org", "correct horse"))
                .isEqualTo(new LogIn.Result.TooMany(Duration.ofSeconds(1)));
    }

    @Test
    void a_hash_that_was_made_cheaper_becomes_a_new_one_with_the_right_password() {
        world.registered("anna@example.org");
        Account account = world.accounts.all().getFirst();
        world.accounts.put(account.withPasswordHash("old correct horse"));
        assertThat(world.logIn("anna@example.org", "wrong horse"))
                .isEqualTo(new LogIn.Result.WrongCredentials());
        assertThat(hashNow()).hasValue("old correct horse");
        assertThat(world.loggedIn("anna@example.org", "correct horse")).isNotNull();
        assertThat(hashNow()).hasValue("hashed correct horse");
    }

    private Optional<String> hashNow() {
        return world.accounts.all().getFirst().passwordHash();
    }

    private long attemptsLetThrough(String email) {
        return java.util.stream.IntStream.range(0, 5)
                .mapToObj(i -> world.logIn(email, "guess " + i))
                .filter(new LogIn.Result.WrongCredentials()::equals)
                .count();
    }
}
