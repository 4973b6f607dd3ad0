package io.cybervpn.application.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.DeviceId;
import io.cybervpn.domain.provisioning.model.Access;
import io.cybervpn.domain.provisioning.model.DeviceName;
import io.cybervpn.domain.provisioning.model.DeviceRemoval;
import io.cybervpn.domain.provisioning.repository.Accesses;
import io.cybervpn.domain.provisioning.repository.DeviceNotes;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every store of names and removals of devices does. */
public abstract class DeviceNotesContract {
    protected static final Instant NOW = Instant.parse("2098-01-31T10:00:00Z");

    private static final DeviceName PHONE = new DeviceName("Phone");

    protected abstract DeviceNotes notes();

    protected abstract Accesses accesses();

    protected abstract UnitOfWork unitOfWork();

    private <T> T run(Supplier<Uni<T>> work) {
        return unitOfWork().run(work).await().indefinitely();
    }

    private Access.Pending added() {
        Access.Pending access = Wishes.pending(NOW.plus(Duration.ofDays(300)));
        assertThat(run(() -> accesses().add(access, NOW))).isTrue();
        return access;
    }

    private static DeviceRemoval removal(AccessId access, Optional<DeviceId> device, Instant at) {
        return new DeviceRemoval(UUID.randomUUID(), access, device, at, false);
    }

    @Test
    void a_device_has_the_name_that_it_was_given_last() {
        AccessId access = Wishes.access();
        DeviceId one = DeviceId.of(access, "one");
        DeviceId two = DeviceId.of(access, "two");

        run(() -> notes().name(access, one, new DeviceName("Old"), NOW));
        run(() -> notes().name(access, one, PHONE, NOW));
        run(() -> notes().name(access, two, new DeviceName("Телевизор"), NOW));

        assertThat(run(() -> notes().names(access)))
                .isEqualTo(Map.of(one, PHONE, two, new DeviceName("Телевизор")));
        assertThat(run(() -> notes().names(Wishes.access()))).isEmpty();
    }

    @Test
    void removals_are_found_by_their_time_and_known_to_be_done() {
        AccessId access = Wishes.access();
        DeviceId device = DeviceId.of(access, "one");
        DeviceRemoval old = removal(access, Optional.of(device), NOW.minusSeconds(10));
        DeviceRemoval all = removal(access, Optional.empty(), NOW);
        run(() -> notes().add(all).chain(() -> notes().add(old)));

        assertThat(run(() -> notes().removals(access, NOW.minusSeconds(10)))).containsExactly(all);
        assertThat(run(() -> notes().removals(access, NOW.minusSeconds(11))))
                .containsExactly(old, all);

        run(() -> notes().confirm(old));
        run(() -> notes().confirm(old));

        assertThat(run(() -> notes().removals(access, Instant.EPOCH)))
                .extracting(DeviceRemoval::done)
                .containsExactly(true, false);
    }

    @Test
    void the_name_of_a_device_goes_with_it() {
        AccessId access = Wishes.access();
        DeviceId one = DeviceId.of(access, "one");
        DeviceId two = DeviceId.of(access, "two");
        run(() -> notes().name(access, one, PHONE, NOW));
        run(() -> notes().name(access, two, PHONE, NOW));

        run(() -> notes().confirm(removal(access, Optional.of(one), NOW)));
        assertThat(run(() -> notes().names(access))).isEqualTo(Map.of(two, PHONE));

        run(() -> notes().confirm(removal(access, Optional.empty(), NOW)));
        assertThat(run(() -> notes().names(access))).isEmpty();
    }

    @Test
    void what_is_old_and_what_is_of_somebody_who_is_gone_is_forgotten() {
        Access.Pending access = added();
        AccessId id = access.desire().id();
        AccountId owner = access.desire().account();
        DeviceId one = DeviceId.of(id, "one");
        DeviceRemoval old = removal(id, Optional.of(one), Instant.parse("2001-01-01T00:00:00Z"));
        DeviceRemoval young = removal(id, Optional.of(one), NOW);
        run(() -> notes().add(old).chain(() -> notes().add(young)));
        run(() -> notes().name(id, one, PHONE, NOW));

        assertThat(run(() -> notes().forgetRemovals(Instant.parse("2001-01-02T00:00:00Z"))))
                .isEqualTo(1);
        assertThat(run(() -> notes().removals(id, Instant.EPOCH))).isEqualTo(List.of(young));

        run(() -> notes().forgetOf(new AccountId(UUID.randomUUID())));
        assertThat(run(() -> notes().names(id))).hasSize(1);
        run(() -> notes().forgetOf(owner));
        assertThat(run(() -> notes().names(id))).isEmpty();
        assertThat(run(() -> notes().removals(id, Instant.EPOCH))).isEmpty();
    }
}
