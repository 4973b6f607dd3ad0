package io.cybervpn.domain.ledger.model;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.ledger.AdjustmentId;
import io.cybervpn.domain.ledger.GrantId;
import io.cybervpn.domain.ledger.LedgerAccount;
import io.cybervpn.domain.ledger.Posting;
import io.cybervpn.domain.shared.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** How what happens to a wallet is booked, and under which business key. Pure. */
public final class WalletBookings {
    private WalletBookings() {}

    /** Key of what staff put in or took out by hand. */
    public static String adjustedKey(AdjustmentId adjustment) {
        return "wallet-adjusted:" + adjustment.value();
    }

    /** Key of the booking of a grant. */
    public static String grantedKey(GrantId grant) {
        return "wallet-granted:" + grant.value();
    }

    /** Key of the balance that somebody brought from another shop. */
    public static String broughtKey(UUID brought) {
        return "balance-brought:" + brought;
    }

    /**
     * Key of what lapsed of a grant.
     *
     * @param time how often it did, 1 the first time
     */
    public static String lapsedKey(GrantId grant, int time) {
        return "grant-lapsed:" + grant.value() + ":" + time;
    }

    /**
     * Key of what was set aside.
     *
     * @param time how often it was, 1 the first time
     */
    public static String heldKey(UUID subject, int time) {
        return timed("wallet-held:" + subject, time);
    }

    /** Key of the end of what was set aside. */
    public static String releasedKey(UUID subject, int time) {
        return timed("hold-released:" + subject, time);
    }

    private static String timed(String key, int time) {
        return time == 1 ? key : key + ":" + time;
    }

    /**
     * What was set aside, what came in for the same purpose, and what the wallet gives beside both
     * go to {@code target}. One of them is more than nothing.
     */
    public static List<Posting> settled(
            AccountId owner, Money held, Money came, Draw beside, LedgerAccount target) {
        List<Posting> lines = new ArrayList<>();
        addTo(lines, new LedgerAccount.CustomerHold(owner), held, true);
        lines.addAll(pockets(owner, new Draw(beside.paid().plus(came), beside.granted()), true));
        lines.add(Posting.credit(target, held.plus(came).plus(beside.total())));
        return List.copyOf(lines);
    }

    /** What is drawn goes to {@code target}. */
    public static List<Posting> drawn(AccountId owner, Draw draw, LedgerAccount target) {
        List<Posting> lines = pockets(owner, draw, true);
        lines.add(Posting.credit(target, draw.total()));
        return List.copyOf(lines);
    }

    /** What was drawn comes back from {@code source}. */
    public static List<Posting> putBack(AccountId owner, Draw draw, LedgerAccount source) {
        List<Posting> lines = pockets(owner, draw, false);
        lines.add(Posting.debit(source, draw.total()));
        return List.copyOf(lines);
    }

    /** Staff put money in. */
    public static List<Posting> credited(AccountId owner, Money amount) {
        return List.of(
                Posting.debit(new LedgerAccount.Adjustments(), amount),
                Posting.credit(new LedgerAccount.CustomerWallet(owner), amount));
    }

    /** Another shop's debt is ours now. */
    public static List<Posting> brought(AccountId owner, Money amount) {
        return List.of(
                Posting.debit(new LedgerAccount.OpeningBalances(), amount),
                Posting.credit(new LedgerAccount.CustomerWallet(owner), amount));
    }

    /** Something to spend is given. */
    public static List<Posting> granted(AccountId owner, Money amount) {
        return List.of(
                Posting.debit(new LedgerAccount.Promotions(), amount),
                Posting.credit(new LedgerAccount.CustomerGrant(owner), amount));
    }

    /** What was given is given no longer. */
    public static List<Posting> lapsed(AccountId owner, Money lost) {
        return List.of(
                Posting.debit(new LedgerAccount.CustomerGrant(owner), lost),
                Posting.credit(new LedgerAccount.Promotions(), lost));
    }

    private static List<Posting> pockets(AccountId owner, Draw draw, boolean out) {
        List<Posting> lines = new ArrayList<>();
        addTo(lines, new LedgerAccount.CustomerGrant(owner), draw.fromGrants(), out);
        addTo(lines, new LedgerAccount.CustomerWallet(owner), draw.paid(), out);
        return lines;
    }

    private static void addTo(
            List<Posting> lines, LedgerAccount pocket, Money amount, boolean out) {
        if (!amount.isZero()) {
            lines.add(out ? Posting.debit(pocket, amount) : Posting.credit(pocket, amount));
        }
    }
}
