package io.cybervpn.application.ledger;

import io.cybervpn.application.shared.InMemoryTable;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.ledger.GrantId;
import io.cybervpn.domain.ledger.LedgerAccount;
import io.cybervpn.domain.ledger.model.Draw;
import io.cybervpn.domain.ledger.model.Grant;
import io.cybervpn.domain.ledger.model.Wallet;
import io.cybervpn.domain.ledger.repository.Wallets;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/** Grants by their id, beside the journal. The one transaction at a time holds every wallet. */
public final class InMemoryWallets implements Wallets {
    private final InMemoryLedger ledger;
    private final InMemoryTable<GrantId, Row> rows;

    InMemoryWallets(InMemoryLedger ledger, InMemoryTable<GrantId, Row> rows) {
        this.ledger = ledger;
        this.rows = rows;
    }

    record Row(AccountId owner, Grant grant, int lapses) {
        Row left(UnaryOperator<Money> change) {
            Money left = change.apply(grant.left());
            return new Row(owner, new Grant(grant.id(), left, grant.lapsesAt()), lapses);
        }

        boolean isDue(Instant now) {
            return !grant.isLive(now) && !grant.left().isZero();
        }
    }

    @Override
    public Uni<Wallet> lock(AccountId owner, Asset asset) {
        return ledger.inside(() -> wallet(owner, asset));
    }

    @Override
    public Uni<List<Wallet>> lockAll(AccountId owner) {
        return ledger.inside(
                () -> ledger.assetsOf(owner).stream().map(asset -> wallet(owner, asset)).toList());
    }

    private Wallet wallet(AccountId owner, Asset asset) {
        long paid = -ledger.balanceOf(new LedgerAccount.CustomerWallet(owner), asset);
        return new Wallet(
                owner,
                new Money(paid, asset),
                rows
                        .where(
                                row ->
                                        row.owner().equals(owner)
                                                && row.grant().left().asset().equals(asset)
                                                && !row.grant().left().isZero())
                        .stream()
                        .map(Row::grant)
                        .toList());
    }

    @Override
    public Uni<Void> add(AccountId owner, Grant grant, Instant now) {
        return ledger.<Boolean>inside(() -> rows.insert(grant.id(), new Row(owner, grant, 0)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> take(Draw draw) {
        return ledger.inside(
                        () -> {
                            draw.granted()
                                    .forEach(use -> change(use, left -> left.minus(use.amount())));
                            return true;
                        })
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> putBack(Draw draw) {
        return ledger.inside(
                        () -> {
                            draw.granted()
                                    .forEach(use -> change(use, left -> left.plus(use.amount())));
                            return true;
                        })
                .replaceWithVoid();
    }

    private void change(Draw.Use use, UnaryOperator<Money> how) {
        rows.put(use.grant(), rows.get(use.grant()).orElseThrow().left(how));
    }

    @Override
    public Uni<List<Lapse>> lapse(Instant now, int limit) {
        return ledger.inside(
                () ->
                        rows.where(row -> row.isDue(now)).stream()
                                .sorted(
                                        Comparator.comparing(
                                                row -> row.grant().lapsesAt().orElseThrow()))
                                .limit(limit)
                                .map(this::lapse)
                                .toList());
    }

    private Lapse lapse(Row row) {
        Money lost = row.grant().left();
        Row empty = row.left(left -> left.minus(lost));
        rows.put(row.grant().id(), new Row(row.owner(), empty.grant(), row.lapses() + 1));
        return new Lapse(row.grant().id(), row.lapses() + 1, row.owner(), lost);
    }

    @Override
    public Uni<Void> reown(AccountId from, AccountId into) {
        return ledger.inside(
                        () -> {
                            rows.where(row -> row.owner().equals(from))
                                    .forEach(
                                            row ->
                                                    rows.put(
                                                            row.grant().id(),
                                                            new Row(
                                                                    into,
                                                                    row.grant(),
                                                                    row.lapses())));
                            return true;
                        })
                .replaceWithVoid();
    }
}
