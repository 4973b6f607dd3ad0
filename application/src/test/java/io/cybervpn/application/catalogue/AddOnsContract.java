package io.cybervpn.application.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.catalogue.AddOn;
import io.cybervpn.domain.catalogue.AddOnId;
import io.cybervpn.domain.catalogue.Boost;
import io.cybervpn.domain.catalogue.repository.AddOns;
import io.cybervpn.domain.catalogue.repository.Written;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every store of add-ons does. */
public abstract class AddOnsContract {
    protected abstract AddOns addOns();

    protected abstract UnitOfWork unitOfWork();

    private <T> T inTransaction(Supplier<Uni<T>> work) {
        return unitOfWork().run(work).await().indefinitely();
    }

    private static AddOn addOn(UUID id, String code, long amount) {
        return new AddOn(
                new AddOnId(id),
                code,
                Map.of("en", "More \"traffic\"", "ru", "Больше"),
                new Boost(Boost.Kind.TRAFFIC, amount),
                30,
                List.of(new Money(9_900, Asset.RUB), new Money(75, Asset.XTR)),
                false,
                amount);
    }

    private Written put(AddOn addOn) {
        return inTransaction(() -> addOns().put(addOn));
    }

    @Test
    void what_is_put_comes_back_and_what_is_put_again_takes_its_place() {
        UUID id = UUID.randomUUID();
        String code = "pack-" + id.toString().substring(0, 8);

        assertThat(put(addOn(id, code, 1))).isEqualTo(Written.STORED);
        assertThat(put(addOn(id, code, 2))).isEqualTo(Written.STORED);

        assertThat(inTransaction(() -> addOns().find(new AddOnId(id))))
                .contains(addOn(id, code, 2));
        assertThat(inTransaction(() -> addOns().lock(new AddOnId(id))))
                .contains(addOn(id, code, 2));
        assertThat(inTransaction(() -> addOns().all())).contains(addOn(id, code, 2));
        assertThat(inTransaction(() -> addOns().find(new AddOnId(UUID.randomUUID())))).isEmpty();
    }

    @Test
    void a_code_names_one_add_on() {
        UUID id = UUID.randomUUID();
        String code = "pack-" + id.toString().substring(0, 8);
        put(addOn(id, code, 1));

        assertThat(put(addOn(UUID.randomUUID(), code, 1))).isEqualTo(Written.CODE_TAKEN);
    }
}
