package io.cybervpn.presentation.provisioning.rest;

import io.cybervpn.application.provisioning.imports.ImportJob;
import io.cybervpn.application.provisioning.imports.StartAdoption;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.presentation.shared.rest.Problem;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Users of a panel who become customers; with {@code names} or {@code all}, not both.
 *
 * @param planId that each is served with from now on
 * @param names at the panel, up to 10000
 * @param all everybody who is not the shop's
 * @param userId whose the one user is, when the panel does not say it
 * @param locale of people who are new, a BCP 47 tag; {@code en} if left out
 * @param dryRun only say what would come of it
 */
@Schema(
        name = "Adoption",
        requiredProperties = {"planId"})
record AdoptionJson(
        @NotNull UUID planId,
        @Schema(nullable = true) @Nullable List<String> names,
        @Schema(nullable = true) @Nullable Boolean all,
        @Schema(nullable = true) @Nullable UUID userId,
        @Schema(nullable = true) @Nullable String locale,
        @Schema(nullable = true) @Nullable Boolean dryRun) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern LOCALE = Pattern.compile("[A-Za-z0-9-]{2,35}");

    boolean wantsDryRun() {
        return Optional.ofNullable(dryRun).orElse(false);
    }

    ImportJob.Terms terms(UUID panel) {
        String language = Optional.ofNullable(locale).orElse("en");
        if (!LOCALE.matcher(language).matches()) {
            throw Problem.invalid("/locale", "invalid", "Not a language tag.").asException();
        }
        return new ImportJob.Terms(
                new PanelId(panel),
                new PlanId(planId),
                Optional.ofNullable(userId).map(AccountId::new),
                language);
    }

    /** Empty: all. */
    Optional<List<String>> named() {
        boolean everybody = Optional.ofNullable(all).orElse(false);
        List<String> given = names == null ? List.of() : names;
        if (everybody != given.isEmpty()) {
            throw wrong("Send names, or all.");
        }
        if (given.size() > StartAdoption.NAMES_MAX) {
            throw wrong("At most 10000 names.");
        }
        if (!given.stream().allMatch(name -> name != null && NAME.matcher(name).matches())) {
            throw wrong("A name has 1 to 64 letters, digits, _ and -.");
        }
        return everybody ? Optional.empty() : Optional.of(given);
    }

    private static RuntimeException wrong(String text) {
        return Problem.invalid("/names", "invalid", text).asException();
    }

    /** Leaves the names out. */
    @Override
    public String toString() {
        return "AdoptionJson[planId=" + planId + "]";
    }

    /**
     * What would come of it, or what was begun.
     *
     * @param count of users
     * @param refusals of a dry run with {@code all}: how many cannot be taken over, by code
     * @param sample of a dry run: the first of them
     * @param importId of what was begun; null in a dry run
     */
    @Schema(name = "AdoptionStarted")
    record StartedJson(
            int count,
            Map<String, Integer> refusals,
            List<ForeseenJson> sample,
            @Schema(nullable = true) @Nullable UUID importId) {}

    /**
     * One user.
     *
     * @param code why he would not be taken over; null when he would
     */
    @Schema(name = "AdoptionForeseen")
    record ForeseenJson(String name, @Schema(nullable = true) @Nullable String code) {
        static ForeseenJson of(StartAdoption.Foreseen one) {
            return new ForeseenJson(one.name(), one.refusal().orElse(null));
        }
    }
}
