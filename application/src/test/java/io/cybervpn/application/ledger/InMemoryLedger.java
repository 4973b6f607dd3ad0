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
import java.util.stream.Stream;

/** The journal by business key. */
public final class InMemoryLedger implements Ledger {
    private final InMemoryUnitOfWork unitOfWork;
    private final InMemoryTable<String, LedgerTransaction> transactions;
    private final InMemoryWallets wallets;
    private final InMemoryContributions contributions;

    public InMemoryLedger(InMemoryUnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
        this.transactions = unitOfWork.table();
        this.wallets = new InMemoryWallets(this, unitOfWork.table());
        this.contributions = new InMemoryContributions(this, unitOfWork.table());
    }

    /** The use case of other contexts over this journal. */
    public PostTransaction postTransaction(Ids ids, Clock clock) {
        return new PostTransaction(unitOfWork, this, ids, clock);
    }

    /** What takes money out of wallets over this journal. */
    public SpendFromWallet spendFromWallet(Ids ids, Clock clock) {
        return new SpendFromWallet(unitOfWork, wallets(), postTransaction(ids, clock), clock);
    }

    /** What sets money of wallets over this journal aside. */
    public SetAside setAside(Ids ids, Clock clock) {
        return new SetAside(unitOfWork, wallets, contributions, postTransaction(ids, clock), clock);
    }

    /** What pays with wallets over this journal. */
    public SettleFromWallet settleFromWallet(Ids ids, Clock clock) {
        return new SettleFromWallet(
                unitOfWork, wallets, contributions, postTransaction(ids, clock), clock);
    }

    /** What puts back what was set aside. */
    public ReleaseSetAside releaseSetAside(Ids ids, Clock clock) {
        return new ReleaseSetAside(
                unitOfWork, wallets, contributions, postTransaction(ids, clock), clock);
    }

    /** What gives back to wallets what they had paid with. */
    public GiveBackToWallet giveBackToWallet(Clock clock) {
        return new GiveBackToWallet(wallets, contributions, clock);
    }

    /** What wallets gave. */
    public InMemoryContributions contributions() {
        return contributions;
    }

    /** Wallets over this journal. */
    public InMemoryWallets wallets() {
        return wallets;
    }

    /** The same for booking back. */
    public ReverseTransaction reverseTransaction(Ids ids, Clock clock) {
        return new ReverseTransaction(unitOfWork, this, ids, clock);
    }

    /** What a wallet has, held. */
    public HoldPaidMoney holdPaidMoney() {
        return new HoldPaidMoney(wallets());
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
        return inside(
                () ->
                        assetsOf(customer).stream()
                                .filter(asset -> has(customer, asset) > 0)
                                .map(asset -> new Money(has(customer, asset), asset))
                                .toList());
    }

    private long has(AccountId customer, Asset asset) {
        return -pockets(customer).mapToLong(pocket -> balanceOf(pocket, asset)).sum();
    }

    /** What a customer ever had something of. */
    List<Asset> assetsOf(AccountId customer) {
        List<LedgerAccount> pockets = pockets(customer).toList();
        return transactions.all().stream()
                .flatMap(one -> one.postings().stream())
                .filter(line -> pockets.contains(line.account()))
                .map(Posting::asset)
                .distinct()
                .sorted(Comparator.comparing(Asset::code))
                .toList();
    }

    private static Stream<LedgerAccount> pockets(AccountId customer) {
        return Stream.of(
                new LedgerAccount.CustomerWallet(customer),
                new LedgerAccount.CustomerGrant(customer),
                new LedgerAccount.CustomerHold(customer));
    }

    <T> Uni<T> inside(Supplier<T> work) {
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
