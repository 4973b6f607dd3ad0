package io.cybervpn.application.identity;

import io.cybervpn.application.shared.InMemoryTable;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.AccountKind;
import io.cybervpn.domain.identity.RoleCode;
import io.cybervpn.domain.identity.model.Assignment;
import io.cybervpn.domain.identity.repository.Assignments;
import io.smallrye.mutiny.Uni;
import java.util.Comparator;
import java.util.List;

/** Assignments in memory. */
public final class InMemoryAssignments implements Assignments {
    private record Key(AccountId account, RoleCode role) {}

    private final InMemoryTable<Key, Assignment> rows;
    private final InMemoryAccounts accounts;

    public InMemoryAssignments(InMemoryUnitOfWork unitOfWork, InMemoryAccounts accounts) {
        this.rows = unitOfWork.table();
        this.accounts = accounts;
    }

    @Override
    public Uni<Void> takeTurn() {
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<List<Assignment>> of(AccountId account) {
        return Uni.createFrom().item(() -> held(account));
    }

    public List<Assignment> held(AccountId account) {
        return rows.where(row -> row.account().equals(account)).stream()
                .sorted(Comparator.comparing(row -> row.role().value()))
                .toList();
    }

    @Override
    public Uni<Void> put(Assignment assignment) {
        return Uni.createFrom()
                .voidItem()
                .invoke(
                        () ->
                                rows.put(
                                        new Key(assignment.account(), assignment.role()),
                                        assignment));
    }

    @Override
    public Uni<Void> remove(AccountId account, RoleCode role) {
        return Uni.createFrom().voidItem().invoke(() -> rows.remove(new Key(account, role)));
    }

    @Override
    public Uni<Boolean> anyOf(RoleCode role) {
        return Uni.createFrom().item(() -> !rows.where(row -> row.role().equals(role)).isEmpty());
    }

    @Override
    public Uni<Boolean> lastsWithout(AccountId account, RoleCode role) {
        return Uni.createFrom()
                .item(() -> rows.all().stream().anyMatch(r -> lasts(r, account, role)));
    }

    private boolean lasts(Assignment row, AccountId except, RoleCode role) {
        return row.role().equals(role)
                && row.expiresAt().isEmpty()
                && !row.account().equals(except)
                && accounts.all().stream()
                        .filter(account -> account.kind() == AccountKind.STAFF)
                        .filter(account -> account.mayLogIn())
                        .anyMatch(account -> account.id().equals(row.account()));
    }
}
