package io.cybervpn.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.FieldEdit;
import io.cybervpn.domain.identity.ProfileChange;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.model.Profile;
import io.cybervpn.domain.identity.repository.Accounts;
import io.cybervpn.domain.identity.repository.Profiles;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every store of profiles does (R42, R56). */
public abstract class ProfilesContract {
    protected abstract Accounts accounts();

    protected abstract Profiles profiles();

    protected abstract UnitOfWork unitOfWork();

    private <T> T inTransaction(Supplier<Uni<T>> work) {
        return unitOfWork().run(work).await().indefinitely();
    }

    private Account stored() {
        Account account = Fixtures.nameless();
        assertThat(inTransaction(() -> accounts().add(account))).isTrue();
        return account;
    }

    private static ProfileChange everything(String name) {
        return new ProfileChange(
                new FieldEdit.To<>(name),
                new FieldEdit.To<>("ru"),
                new FieldEdit.To<>("Europe/Moscow"),
                new FieldEdit.To<>(true),
                new FieldEdit.To<>("2026-01"));
    }

    @Test
    void who_has_said_nothing_has_an_empty_profile() {
        Account account = stored();
        assertThat(inTransaction(() -> profiles().of(account.id())))
                .isEqualTo(Profile.empty(account.id()));
    }

    @Test
    void a_profile_is_found_as_it_was_stored_and_replaced_by_the_next() {
        Account account = stored();
        Profile first =
                Profile.empty(account.id())
                        .edit(everything("Anna"), new Profile.Occasion(Fixtures.NOW, "web"));
        inTransaction(() -> profiles().put(first));
        assertThat(inTransaction(() -> profiles().of(account.id()))).isEqualTo(first);
        Profile second =
                first.edit(
                        new ProfileChange(
                                new FieldEdit.Clear<>(),
                                FieldEdit.keep(),
                                new FieldEdit.Clear<>(),
                                FieldEdit.keep(),
                                FieldEdit.keep()),
                        new Profile.Occasion(Fixtures.NOW.plusSeconds(1), "mobile"));
        inTransaction(() -> profiles().put(second));
        assertThat(inTransaction(() -> profiles().of(account.id()))).isEqualTo(second);
        assertThat(second.displayName()).isEmpty();
        assertThat(second.consents()).isEqualTo(first.consents());
        assertThat(second.version()).isEqualTo(2);
    }
}
