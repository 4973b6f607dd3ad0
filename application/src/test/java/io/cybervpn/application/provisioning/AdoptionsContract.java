package io.cybervpn.application.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.model.Adoption;
import io.cybervpn.domain.provisioning.model.PanelUsername;
import io.cybervpn.domain.provisioning.repository.Adoptions;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every store of adoptions does. */
public abstract class AdoptionsContract {
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

    protected abstract Adoptions adoptions();

    protected abstract UnitOfWork unitOfWork();

    private <T> T inTransaction(Supplier<Uni<T>> work) {
        return unitOfWork().run(work).await().indefinitely();
    }

    private static Adoption adoption(String name) {
        return new Adoption(
                PanelId.CONFIGURED, name, PanelUsername.adopted(UUID.randomUUID()), NOON);
    }

    @Test
    void a_user_of_a_panel_is_taken_over_once() {
        String name = "user-" + UUID.randomUUID();
        Adoption first = adoption(name);
        Adoption second = adoption(name);

        assertThat(inTransaction(() -> adoptions().add(first))).isTrue();
        assertThat(inTransaction(() -> adoptions().add(second))).isFalse();

        assertThat(inTransaction(() -> adoptions().find(PanelId.CONFIGURED, name)))
                .contains(first.access());
        assertThat(inTransaction(() -> adoptions().panelOf(first.access())))
                .contains(PanelId.CONFIGURED);
        assertThat(inTransaction(() -> adoptions().named(name))).containsExactly(first.access());
        assertThat(inTransaction(() -> adoptions().panelOf(second.access()))).isEmpty();
    }

    @Test
    void names_differ_by_case_and_nobody_is_found_who_is_not_there() {
        String name = "User_" + UUID.randomUUID();
        inTransaction(() -> adoptions().add(adoption(name)));

        assertThat(
                        inTransaction(
                                () ->
                                        adoptions()
                                                .find(
                                                        PanelId.CONFIGURED,
                                                        name.toLowerCase(Locale.ROOT))))
                .isEmpty();
        assertThat(inTransaction(() -> adoptions().named("nobody"))).isEmpty();
        AccessId other = new AccessId(UUID.randomUUID());
        assertThat(inTransaction(() -> adoptions().panelOf(other))).isEmpty();
    }
}
