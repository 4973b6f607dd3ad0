package io.cybervpn.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.model.SecondFactor;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R37, R45, R234: what awaits whoever has shown who he is, whichever way he came. */
class LoginGateTest {
    private final IdentityWorld world = new IdentityWorld();
    private AccountId anna = new AccountId(new UUID(1, 1));

    @BeforeEach
    void register() {
        world.registered("anna@example.org");
        anna = world.accounts.all().getFirst().id();
    }

    private Admission enter() {
        return world.loginGate.enter(anna, IdentityWorld.CLIENT).await().indefinitely();
    }

    private Admission enterProven() {
        return world.loginGate.enterProven(anna, IdentityWorld.CLIENT).await().indefinitely();
    }

    private void put(SecondFactor factor) {
        world.unitOfWork.run(() -> world.factors.put(factor)).await().indefinitely();
    }

    @Test
    void who_has_no_second_factor_is_in() {
        assertThat(enter()).isInstanceOf(Admission.LoggedIn.class);
        put(new SecondFactor.Proposed(anna, "sealed", world.clock.instant()));
        assertThat(enter()).isInstanceOf(Admission.LoggedIn.class);
    }

    @Test
    void who_has_one_gets_a_challenge_and_no_session() {
        put(new SecondFactor.Active(anna, "sealed", 0, Set.of(), world.clock.instant()));
        int before = sessions();
        Admission.SecondFactorOwed owed = (Admission.SecondFactorOwed) enter();
        assertThat(sessions()).isEqualTo(before);
        assertThat(world.challenges.find(owed.challenge()).await().indefinitely()).hasValue(anna);
        assertThat(enterProven()).isInstanceOf(Admission.LoggedIn.class);
        assertThat(sessions()).isEqualTo(before + 1);
    }

    @Test
    void the_blocked_and_the_unknown_stay_outside_whatever_they_show() {
        world.block("anna@example.org");
        assertThat(enter()).isEqualTo(new Admission.Blocked());
        assertThat(enterProven()).isEqualTo(new Admission.Blocked());
        anna = new AccountId(new UUID(9, 9));
        assertThat(enter()).isEqualTo(new Admission.Blocked());
    }

    private int sessions() {
        return new ListSessions(world.unitOfWork, world.sessions, world.clock)
                .execute(anna)
                .await()
                .indefinitely()
                .size();
    }
}
