package io.cybervpn.application.identity;

import io.cybervpn.application.shared.InMemoryTable;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.ExportId;
import io.cybervpn.domain.identity.model.AccountExport;
import io.cybervpn.domain.identity.model.ExportPiece;
import io.cybervpn.domain.identity.repository.AccountExports;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Copies in memory. */
public final class InMemoryAccountExports implements AccountExports {
    private record Key(ExportId export, int number) {}

    private final InMemoryTable<ExportId, AccountExport> rows;
    private final InMemoryTable<Key, ExportPiece> pieces;

    public InMemoryAccountExports(InMemoryUnitOfWork unitOfWork) {
        this.rows = unitOfWork.table();
        this.pieces = unitOfWork.table();
    }

    @Override
    public Uni<Void> add(AccountExport.Pending export) {
        return Uni.createFrom().voidItem().invoke(() -> rows.put(export.id(), export));
    }

    @Override
    public Uni<Optional<AccountExport.Pending>> pendingOf(AccountId account) {
        return Uni.createFrom()
                .item(
                        () ->
                                rows.where(one -> one.account().equals(account)).stream()
                                        .filter(AccountExport.Pending.class::isInstance)
                                        .map(AccountExport.Pending.class::cast)
                                        .findFirst());
    }

    @Override
    public Uni<Optional<AccountExport>> find(ExportId id) {
        return Uni.createFrom().item(() -> rows.get(id));
    }

    @Override
    public Uni<Optional<AccountExport>> lock(ExportId id) {
        return find(id);
    }

    @Override
    public Uni<Void> addPiece(ExportId id, ExportPiece piece) {
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> pieces.put(new Key(id, piece.number()), piece));
    }

    @Override
    public Uni<Optional<ExportPiece>> piece(ExportId id, int number) {
        return Uni.createFrom().item(() -> pieces.get(new Key(id, number)));
    }

    @Override
    public Uni<Void> finish(AccountExport.Ready export) {
        return Uni.createFrom().voidItem().invoke(() -> rows.put(export.id(), export));
    }

    @Override
    public Uni<Integer> forget(Instant now, int limit) {
        return Uni.createFrom().item(() -> forgetNow(now, limit));
    }

    private int forgetNow(Instant now, int limit) {
        List<AccountExport> gone =
                rows.where(one -> isOver(one, now)).stream().limit(limit).toList();
        gone.forEach(one -> rows.remove(one.id()));
        return gone.size();
    }

    private static boolean isOver(AccountExport export, Instant now) {
        return switch (export) {
            case AccountExport.Pending pending ->
                    !pending.askedAt().plus(Duration.ofDays(7)).isAfter(now);
            case AccountExport.Ready ready -> !ready.expiresAt().isAfter(now);
        };
    }
}
