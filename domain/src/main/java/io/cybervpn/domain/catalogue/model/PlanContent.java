package io.cybervpn.domain.catalogue.model;

import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.catalogue.Tier;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that staff may edit of a plan.
 *
 * @param code unique among plans: 2 to 40 of {@code a-z}, {@code 0-9} and dashes, see {@link #CODE}
 * @param terms by rising length, each length once; an active plan has at least one
 * @param active whether customers see and buy it
 * @param sortOrder plans with smaller ones come first
 */
public record PlanContent(
        String code,
        Tier tier,
        LocalisedText name,
        LocalisedText description,
        Entitlement entitlement,
        List<Term> terms,
        boolean active,
        int sortOrder) {
    /** The shape of a code, of plans and of products. */
    public static final String CODE = "[a-z0-9][a-z0-9-]{0,38}[a-z0-9]";

    /** Sorts the terms; refuses a malformed code or a length that is there twice. */
    public PlanContent {
        terms = terms.stream().sorted(Comparator.comparingInt(Term::days)).toList();
        if (!code.matches(CODE)) {
            throw new IllegalArgumentException("not a code: " + code);
        }
        if (active && terms.isEmpty()) {
            throw new IllegalArgumentException("an active plan without a term: " + code);
        }
        Set<Integer> lengths = new HashSet<>();
        if (!terms.stream().map(Term::days).allMatch(lengths::add)) {
            throw new IllegalArgumentException("a term twice: " + terms);
        }
    }

    Optional<Term> term(int days) {
        return terms.stream().filter(term -> term.days() == days).findFirst();
    }
}
