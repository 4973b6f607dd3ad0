package io.cybervpn.presentation.provisioning.rest;

import io.cybervpn.application.provisioning.imports.LineSource;
import io.cybervpn.application.provisioning.imports.StartFileImport;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.presentation.shared.rest.Problem;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A file of another shop.
 *
 * @param source {@code remnashop}, {@code bedolaga} or {@code generic}: what its columns are called
 * @param shop what you call that shop, for ever: 1 to 40 letters, digits, {@code .}, {@code _} and
 *     {@code -}; a row of it comes over once
 * @param panelId where its people are
 * @param planId that each is served with from now on
 * @param csv the file, up to 10000 lines
 * @param locale of people whose line says none, a BCP 47 tag; {@code en} if left out
 * @param balanceAsset what balances are counted in; they are left out without it
 * @param dryRun only say of each line what would come of it
 */
@Schema(
        name = "FileImport",
        requiredProperties = {"source", "shop", "panelId", "planId", "csv"})
record FileImportJson(
        @NotNull @Schema(examples = "bedolaga") String source,
        @NotNull @Schema(examples = "old-bot") String shop,
        @NotNull UUID panelId,
        @NotNull UUID planId,
        @NotNull String csv,
        @Schema(nullable = true) @Nullable String locale,
        @Schema(nullable = true, examples = "RUB") @Nullable String balanceAsset,
        @Schema(nullable = true) @Nullable Boolean dryRun) {
    private static final Pattern SHOP = Pattern.compile("[A-Za-z0-9._-]{1,40}");
    private static final Pattern LOCALE = Pattern.compile("[A-Za-z0-9-]{2,35}");

    StartFileImport.Wish wish() {
        String language = Optional.ofNullable(locale).orElse("en");
        if (!LOCALE.matcher(language).matches()) {
            throw wrong("/locale", "Not a language tag.");
        }
        if (!SHOP.matcher(shop).matches()) {
            throw wrong("/shop", "1 to 40 letters, digits, . _ and -.");
        }
        return new StartFileImport.Wish(
                LineSource.find(source)
                        .orElseThrow(() -> wrong("/source", "remnashop, bedolaga or generic.")),
                shop,
                new PanelId(panelId),
                new PlanId(planId),
                language,
                Optional.ofNullable(balanceAsset).map(FileImportJson::asset),
                Optional.ofNullable(dryRun).orElse(false),
                csv);
    }

    private static Asset asset(String code) {
        return Asset.find(code)
                .orElseThrow(() -> wrong("/balanceAsset", "There is no such currency."));
    }

    private static RuntimeException wrong(String pointer, String text) {
        return Problem.invalid(pointer, "invalid", text).asException();
    }

    /** Leaves the file out. */
    @Override
    public String toString() {
        return "FileImportJson[" + source + " of " + shop + "]";
    }

    /**
     * What was begun.
     *
     * @param importId whose rows tell what becomes of each line
     * @param count of lines
     * @param ignoredColumns that are not read
     */
    @Schema(name = "FileImportStarted")
    record StartedJson(UUID importId, int count, List<String> ignoredColumns) {}
}
