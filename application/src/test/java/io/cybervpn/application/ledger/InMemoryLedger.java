package io.cybervpn.application.ledger;

import io.cybervpn.application.shared.Ids;
import io.cybervpn.application.shared.InMemoryTable;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.ledger.LedgerAccount;
import io.cybervpn.domain.ledger.LedgerTransaction;
import io.cybervpn.domain.ledger.LedgerTransactionId;
import io.cybervpn.domain.ledger.Posting;
import io.cybervpn.domain.ledger.repository.Ledger;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The journal by business key. */
public final class InMemoryLedger implements Ledger {
    private final InMemoryUnitOfWork unitOfWork;
    private final InMemoryTable<String, LedgerTransaction> transactions;

    public InMemoryLedger(InMemoryUnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
        this.transactions = unitOfWork.table();
    }

    /** The use case of other contexts over this journal. */
    public PostTransaction postTransaction(Ids ids, Clock clock) {
        return new PostTransaction(unitOfWork, this, ids, clock);
    }

    public List<LedgerTransaction> transactions() {
        return transactions.all();
    }

    public long balanceOf(LedgerAccount account, Asset asset) {
        return transactions.all().stream()
                .flatMap(transaction -> transaction.postings().stream())
                .filter(line -> line.account().equals(account) && line.asset().equals(asset))
                .mapToLong(Posting::minorUnits)
                .sum();
    }

    @Override
    public Uni<Set<LedgerTransactionId>> appendAll(List<LedgerTransaction> given) {
        return inside(
                () ->
                        given.stream()
                                .filter(one -> transactions.insert(one.businessKey(), one))
                                .map(LedgerTransaction::id)
                                .collect(Collectors.toSet()));
    }

    @Override
    public Uni<Optional<LedgerTransaction>> find(String businessKey) {
        return inside(() -> transactions.get(businessKey));
    }

    @Override
    public Uni<Long> balance(LedgerAccount account, Asset asset) {
        return inside(() -> balanceOf(account, asset));
    }

    @Override
    public Uni<List<Money>> owed(AccountId customer) {
        LedgerAccount wallet = new LedgerAccount.CustomerWallet(customer);
        return inside(
                () ->
                        transactions.all().stream()
                                .flatMap(one -> one.postings().stream())
                                .filter(line -> line.account().equals(wallet))
                                .map(Posting::asset)
                                .distinct()
                                .filter(asset -> balanceOf(wallet, asset) < 0)
                                .sorted(Comparator.comparing(Asset::code))
                                .map(asset -> new Money(-balanceOf(wallet, asset), asset))
                                .toList());
    }

    private <T> Uni<T> inside(Supplier<T> work) {
        return Uni.createFrom()
                .item(
                        () -> {
                            if (!unitOfWork.isOpen()) {
                                throw new IllegalStateException("ledger outside a unit of work");
                            }
                            return work.get();
                        });
    }
}
