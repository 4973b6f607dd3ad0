package io.cybervpn.application.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.ledger.GrantId;
import io.cybervpn.domain.ledger.model.Contribution;
import io.cybervpn.domain.ledger.model.Draw;
import io.cybervpn.domain.ledger.repository.Contributions;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every store of contributions does. */
public abstract class ContributionsContract {
    private static final Instant NOW = Instant.parse("2020-01-31T10:00:00Z");

    private final AccountId owner = new AccountId(UUID.randomUUID());
    private final UUID subject = UUID.randomUUID();
    private final Draw draw =
            new Draw(
                    rub(70),
                    List.of(
                            new Draw.Use(new GrantId(UUID.randomUUID()), rub(20)),
                            new Draw.Use(new GrantId(UUID.randomUUID()), rub(10))));

    protected abstract Contributions contributions();

    protected abstract UnitOfWork unitOfWork();

    private <T> T in(Supplier<Uni<T>> work) {
        return unitOfWork().run(work).await().indefinitely();
    }

    private static Money rub(long units) {
        return new Money(units, Asset.RUB);
    }

    private Contribution.Held hold() {
        Contribution.Held held = new Contribution.Held(subject, owner, draw, 1);
        save(held);
        return held;
    }

    private void save(Contribution contribution) {
        in(() -> contributions().save(contribution, NOW));
    }

    /** Nothing stays set aside that a proof of another test could find. */
    @AfterEach
    void release() {
        in(() -> contributions().heldFor(List.of(subject))).forEach(held -> save(held.release()));
    }

    @Test
    void what_is_kept_is_found_with_its_grants_in_their_order() {
        assertThat(in(() -> contributions().find(subject))).isEmpty();

        Contribution.Held held = hold();

        assertThat(in(() -> contributions().find(subject))).contains(held);
        assertThat(in(() -> contributions().heldFor(List.of(UUID.randomUUID(), subject))))
                .containsExactly(held);
        assertThat(in(() -> contributions().heldBy(owner))).containsExactly(held);
    }

    @Test
    void what_is_released_or_spent_is_not_held() {
        Contribution.Held held = hold();

        save(held.release());
        assertThat(in(() -> contributions().find(subject))).contains(held.release());
        assertThat(in(() -> contributions().heldFor(List.of(subject)))).isEmpty();

        Contribution.Spent spent = held.spend(new Draw(rub(5), List.of()));
        save(spent);
        assertThat(in(() -> contributions().find(subject))).contains(spent);
        Contribution.Spent after = spent.giveBack(rub(80)).after();
        save(after);
        assertThat(in(() -> contributions().find(subject))).contains(after);
        assertThat(in(() -> contributions().heldBy(owner))).isEmpty();
    }

    @Test
    void all_of_an_account_become_another_s() {
        AccountId other = new AccountId(UUID.randomUUID());
        hold();

        in(() -> contributions().reown(owner, other));
        in(() -> contributions().reown(owner, other));

        assertThat(in(() -> contributions().heldBy(owner))).isEmpty();
        assertThat(in(() -> contributions().heldBy(other)))
                .containsExactly(new Contribution.Held(subject, other, draw, 1));
    }
}
