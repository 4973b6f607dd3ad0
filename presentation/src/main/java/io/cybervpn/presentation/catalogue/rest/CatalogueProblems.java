package io.cybervpn.presentation.catalogue.rest;

import io.cybervpn.application.catalogue.Flaw;
import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.Problem.FieldError;
import io.cybervpn.presentation.shared.rest.ProblemException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The refusals of the catalogue, in words. */
final class CatalogueProblems {
    private CatalogueProblems() {}

    static ProblemException invalid(List<Flaw> flaws) {
        return Problem.invalid(flaws.stream().map(CatalogueProblems::error).toList()).asException();
    }

    static ProblemException codeTaken() {
        return Problem.of(409, "code_taken", "Another one has this code.").asException();
    }

    static ProblemException stale(long current) {
        return Problem.of(412, "version_stale", "Somebody edited it meanwhile; look again.")
                .withParams(Map.of("currentVersion", String.valueOf(current)))
                .asException();
    }

    static ProblemException planInUse() {
        return Problem.of(409, "plan_in_use", "It was ordered: switch it off instead.")
                .asException();
    }

    static ProblemException productInUse() {
        return Problem.of(409, "product_in_use", "It has plans: switch it off instead.")
                .asException();
    }

    private static FieldError error(Flaw flaw) {
        return new FieldError(
                flaw.pointer(), flaw.kind().name().toLowerCase(Locale.ROOT), words(flaw.kind()));
    }

    private static String words(Flaw.Kind kind) {
        return switch (kind) {
            case REQUIRED -> "This is missing.";
            case INVALID -> "This has the wrong shape.";
            case UNKNOWN -> "This is not known here.";
            case DUPLICATE -> "This is there twice.";
            case TOO_LONG -> "This is too long.";
            case TOO_SMALL -> "This is too small.";
            case TOO_LARGE -> "This is too large.";
        };
    }
}
