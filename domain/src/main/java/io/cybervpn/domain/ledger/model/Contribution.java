package io.cybervpn.domain.ledger.model;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What a wallet gives for one purpose, such as an order, and from which pockets: so that it can go
 * back there. It is set aside while the rest of the money is awaited, and may be set aside again
 * after it was released; once it is spent it stays spent, and only a refund gives of it back.
 */
public sealed interface Contribution {
    /** What it is given for; a subject has one contribution. */
    UUID subject();

    /** Whose wallet gives it. */
    AccountId owner();

    /** What is, was or would have been taken. */
    Draw draw();

    /** How often it was set aside, 0 if it was spent without that. */
    int time();

    /** Set aside: nothing else can be paid with it. */
    record Held(UUID subject, AccountId owner, Draw draw, int time) implements Contribution {
        /** The rest does not come: all goes back to where it came from. */
        public Released release() {
            return new Released(subject, owner, draw, time);
        }

        /** The rest is there; {@code more} comes from the wallet beside what was set aside. */
        public Spent spend(Draw more) {
            return new Spent(subject, owner, draw.plus(more), time, Draw.nothing(draw.paid()));
        }
    }

    /** It was set aside, and is the owner's to spend again. */
    record Released(UUID subject, AccountId owner, Draw draw, int time) implements Contribution {}

    /**
     * It paid.
     *
     * @param returned what of it refunds gave back
     */
    record Spent(UUID subject, AccountId owner, Draw draw, int time, Draw returned)
            implements Contribution {
        /** Spent without ever having been set aside. */
        public static Spent atOnce(UUID subject, AccountId owner, Draw draw) {
            return new Spent(subject, owner, draw, 0, Draw.nothing(draw.paid()));
        }

        /**
         * Gives back, the last that was taken first: what was paid before what was given, of grants
         * the last to lapse first. What is more than is left of it goes to what was paid. Pure.
         */
        public Return giveBack(Money amount) {
            Draw left = draw.minus(returned);
            Money paid = lesser(left.paid(), amount);
            Money open = amount.minus(paid);
            List<Draw.Use> uses = new ArrayList<>();
            for (Draw.Use use : left.granted().reversed()) {
                Money part = lesser(use.amount(), open);
                open = open.minus(part);
                uses.add(new Draw.Use(use.grant(), part));
            }
            uses.removeIf(use -> use.amount().isZero());
            Draw ofIt = new Draw(paid, uses);
            return new Return(
                    new Spent(subject, owner, draw, time, returned.plus(ofIt)),
                    new Draw(paid.plus(open), uses));
        }
    }

    /**
     * What goes back.
     *
     * @param after what is left of the contribution then
     * @param back all of it, and where it goes
     */
    record Return(Spent after, Draw back) {}

    private static Money lesser(Money one, Money other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
