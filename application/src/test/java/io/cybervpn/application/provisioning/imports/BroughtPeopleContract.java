package io.cybervpn.application.provisioning.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every store of people from other shops does. */
public abstract class BroughtPeopleContract {
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

    protected abstract BroughtPeople people();

    protected abstract UnitOfWork unitOfWork();

    private <T> T inTransaction(Supplier<Uni<T>> work) {
        return unitOfWork().run(work).await().indefinitely();
    }

    private static Brought brought(String shop, Optional<Money> balance) {
        return new Brought(
                UUID.randomUUID(),
                shop,
                "7",
                new AccountId(UUID.randomUUID()),
                balance.map(_ -> UUID.randomUUID()),
                balance,
                NOON);
    }

    @Test
    void a_row_of_a_shop_comes_over_once() {
        String shop = "shop-" + UUID.randomUUID().toString().substring(0, 8);
        Brought first = brought(shop, Optional.empty());
        Brought second = brought(shop, Optional.empty());
        Brought other = brought(shop + "-2", Optional.empty());

        assertThat(inTransaction(() -> people().add(first))).isTrue();
        assertThat(inTransaction(() -> people().add(second))).isFalse();
        assertThat(inTransaction(() -> people().add(other))).isTrue();

        assertThat(inTransaction(() -> people().find(shop, "7"))).contains(first);
        assertThat(inTransaction(() -> people().find(shop, "8"))).isEmpty();
    }

    @Test
    void who_merges_is_followed() {
        String shop = "shop-" + UUID.randomUUID().toString().substring(0, 8);
        Brought brought = brought(shop, Optional.empty());
        AccountId into = new AccountId(UUID.randomUUID());
        inTransaction(() -> people().add(brought));

        inTransaction(() -> people().reown(brought.account(), into));

        assertThat(inTransaction(() -> people().find(shop, "7")).orElseThrow().account())
                .isEqualTo(into);
    }

    /** Not kept: the proof would ask the books for the money. */
    @Test
    void a_balance_is_kept_as_it_is() {
        String shop = "shop-" + UUID.randomUUID().toString().substring(0, 8);
        Brought brought = brought(shop, Optional.of(new Money(15_000, Asset.RUB)));

        Optional<Brought> found =
                unitOfWork()
                        .run(
                                () ->
                                        people().add(brought)
                                                .chain(() -> people().find(shop, "7"))
                                                .call(() -> takeBack(brought)))
                        .await()
                        .indefinitely();

        assertThat(found).contains(brought);
    }

    /** What to do with one that nothing is booked of. */
    protected Uni<Void> takeBack(Brought brought) {
        return Uni.createFrom().voidItem();
    }
}
