package io.cybervpn.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.model.SecondFactor;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** R234: codes for who has lost his app. */
class RecoveryCodesTest {
    private final IdentityWorld world = new IdentityWorld();
    private final AccountId anna = new AccountId(new UUID(1, 1));
    private final SecondFactorDesk desk =
            new SecondFactorDesk(
                    world.factors,
                    new PlainPasswords(),
                    new PlainBox(),
                    () -> UUID.randomUUID() + "_" + UUID.randomUUID(),
                    world.clock);

    private void keep(List<String> codes) {
        SecondFactor.Proposed proposed =
                new SecondFactor.Proposed(anna, new PlainBox().seal(new byte[] {'x'}, ""), now());
        world.unitOfWork
                .run(() -> desk.put(proposed.confirm(0, desk.hashes(codes), now())))
                .await()
                .indefinitely();
    }

    private Instant now() {
        return world.clock.instant();
    }

    private boolean accepted(String shown) {
        return world.unitOfWork.run(() -> desk.accept(anna, shown)).await().indefinitely();
    }

    @Test
    void they_come_in_groups_and_are_read_with_and_without_them() {
        List<String> codes = desk.newRecoveryCodes();
        assertThat(codes).hasSize(10).allMatch(code -> code.matches("(\\w{5}-){4}\\w{5}"));
        keep(codes);
        assertThat(accepted(codes.getFirst())).isTrue();
        assertThat(accepted(codes.getFirst())).isFalse();
        assertThat(accepted(codes.getLast().replace("-", ""))).isTrue();
    }

    @Test
    void the_shorter_ones_of_earlier_versions_still_open() {
        SecondFactor.Active old =
                new SecondFactor.Active(
                        anna,
                        new PlainBox().seal(new byte[] {'x'}, ""),
                        0,
                        Set.of(TokenDesk.hash("abcdefgh12345678")),
                        now());
        world.unitOfWork.run(() -> world.factors.put(old)).await().indefinitely();
        assertThat(accepted(" ABCDEFGH12345678 ")).isTrue();
        assertThat(accepted("abcdefgh12345678")).isFalse();
    }
}
