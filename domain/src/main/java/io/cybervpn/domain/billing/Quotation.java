package io.cybervpn.domain.billing;

import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.shared.Money;
import java.util.List;
import java.util.Map;

/**
 * What a wish costs, line by line. A price, not a promise: an order fixes it.
 *
 * @param lines one or more, all of one asset
 * @param total their sum
 */
public record Quotation(PlanId plan, int termDays, List<Line> lines, Money total) {
    /** Copies the lines; refuses a total that is not their sum. */
    public Quotation {
        lines = List.copyOf(lines);
        Money sum = lines.stream().map(Line::amount).reduce(Money.zero(total.asset()), Money::plus);
        if (!sum.equals(total)) {
            throw new IllegalArgumentException("lines sum to " + sum + ", not " + total);
        }
    }

    /**
     * One reason for money.
     *
     * @param description by language tag
     */
    public record Line(Kind kind, Map<String, String> description, Money amount) {
        /** Copies the description. */
        public Line {
            description = Map.copyOf(description);
        }
    }

    /** What a line is for. */
    public enum Kind {
        /** The plan for its term. */
        PLAN,
        /** What time that is there already costs more on another plan. */
        PLAN_CHANGE,
        /** More of something, for days of its own. */
        ADD_ON
    }
}
