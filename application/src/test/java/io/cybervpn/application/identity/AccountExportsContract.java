package io.cybervpn.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.ExportId;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.model.AccountExport;
import io.cybervpn.domain.identity.model.ExportPiece;
import io.cybervpn.domain.identity.repository.AccountExports;
import io.cybervpn.domain.identity.repository.Accounts;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every store of copies does (R56). */
public abstract class AccountExportsContract {
    protected abstract Accounts accounts();

    protected abstract AccountExports exports();

    protected abstract UnitOfWork unitOfWork();

    private <T> T inTransaction(Supplier<Uni<T>> work) {
        return unitOfWork().run(work).await().indefinitely();
    }

    private AccountExport.Pending stored() {
        Account account = Fixtures.nameless();
        assertThat(inTransaction(() -> accounts().add(account))).isTrue();
        AccountExport.Pending export =
                new AccountExport.Pending(
                        new ExportId(UUID.randomUUID()), account.id(), Fixtures.NOW);
        inTransaction(() -> exports().add(export));
        return export;
    }

    @Test
    void a_copy_is_pending_until_it_is_whole() {
        AccountExport.Pending export = stored();
        assertThat(inTransaction(() -> exports().find(export.id()))).contains(export);
        assertThat(inTransaction(() -> exports().pendingOf(export.account()))).contains(export);
        ExportPiece first = new ExportPiece(UUID.randomUUID(), 0, "first");
        ExportPiece second = new ExportPiece(UUID.randomUUID(), 1, "second");
        inTransaction(() -> exports().addPiece(export.id(), first));
        inTransaction(() -> exports().addPiece(export.id(), second));
        AccountExport.Ready ready = export.finish(11, Fixtures.NOW.plusSeconds(5));
        inTransaction(() -> exports().finish(ready));
        assertThat(inTransaction(() -> exports().lock(export.id()))).contains(ready);
        assertThat(inTransaction(() -> exports().pendingOf(export.account()))).isEmpty();
        assertThat(inTransaction(() -> exports().piece(export.id(), 1))).contains(second);
        assertThat(inTransaction(() -> exports().piece(export.id(), 2))).isEmpty();
    }

    @Test
    void what_has_expired_is_thrown_away_and_so_is_what_was_never_put_together() {
        AccountExport.Pending never = stored();
        AccountExport.Pending whole = stored();
        inTransaction(
                () -> exports().finish(whole.finish(1, Fixtures.NOW.plus(Duration.ofDays(1)))));
        inTransaction(() -> exports().forget(Fixtures.NOW.plus(Duration.ofDays(7)), 1000));
        assertThat(inTransaction(() -> exports().find(never.id()))).isEmpty();
        assertThat(inTransaction(() -> exports().find(whole.id()))).isPresent();
        inTransaction(() -> exports().forget(Fixtures.NOW.plus(Duration.ofDays(8)), 1000));
        assertThat(inTransaction(() -> exports().find(whole.id()))).isEmpty();
        assertThat(inTransaction(() -> exports().pendingOf(new AccountId(UUID.randomUUID()))))
                .isEmpty();
    }
}
