package io.cybervpn.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.domain.identity.AccountKind;
import io.cybervpn.domain.identity.RegistrationFlaw;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** R36. */
class RegisterAccountTest {
    private final IdentityWorld world = new IdentityWorld();

    @Test
    void a_customer_is_registered_and_logged_in() {
        var result = world.register("Anna@Example.ORG ", "correct horse", "pt-br");
        assertThat(result).isInstanceOf(RegisterAccount.Result.Registered.class);
        var registered = (RegisterAccount.Result.Registered) result;
        assertThat(registered.account().email()).hasValue("anna@example.org");
        assertThat(registered.account().kind()).isEqualTo(AccountKind.CUSTOMER);
        assertThat(registered.account().locale()).isEqualTo("pt-BR");
        assertThat(registered.tokens().accessLife()).isEqualTo(Duration.ofMinutes(15));
        assertThat(world.renew(registered.tokens().refresh()))
                .isInstanceOf(RenewTokens.Result.Renewed.class);
    }

    @Test
    void another_spelling_of_a_taken_email_is_taken() {
        world.registered("anna@example.org");
        assertThat(world.register("ANNA@example.org", "correct horse"))
                .isEqualTo(new RegisterAccount.Result.EmailTaken());
        assertThat(world.accounts.all()).hasSize(1);
    }

    @Test
    void everything_that_is_wrong_is_said_at_once_and_costs_no_hash() {
        assertThat(world.register("anna", "short", "no tag"))
                .isEqualTo(
                        new RegisterAccount.Result.Invalid(
                                Set.of(
                                        RegistrationFlaw.EMAIL_INVALID,
                                        RegistrationFlaw.PASSWORD_TOO_SHORT,
                                        RegistrationFlaw.LOCALE_INVALID)));
        assertThat(world.hasher.hashes()).isZero();
    }

    @Test
    void too_many_from_one_address_must_wait() {
        for (int i = 0; i < 5; i++) {
            world.registered("anna" + i + "@example.org");
        }
        assertThat(world.register("anna6@example.org", "correct horse"))
                .isEqualTo(new RegisterAccount.Result.TooMany(Duration.ofMinutes(1)));
    }

    @Test
    void a_busy_hasher_is_a_reason_to_wait_and_nothing_is_stored() {
        world.hasher.beBusy();
        assertThat(world.register("anna@example.org", "correct horse"))
                .isEqualTo(new RegisterAccount.Result.TooMany(Duration.ofSeconds(1)));
        assertThat(world.accounts.all()).isEmpty();
    }
}
