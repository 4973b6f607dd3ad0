package io.cybervpn.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;

/** The classes that the rules look at, and the order of the contexts. */
final class House {
    /** Lower contexts first; a context knows only those before it. */
    static final List<String> CONTEXTS =
            List.of(
                    "schedule",
                    "identity",
                    "approval",
                    "catalogue",
                    "ledger",
                    "payment",
                    "fiscal",
                    "appstore",
                    "billing",
                    "invoicing",
                    "subscription",
                    "renewal",
                    "provisioning",
                    "server",
                    "proof",
                    "statistics",
                    "audit",
                    "live");

    private static final JavaClasses PRODUCTION =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .withImportOption(location -> !location.contains("-tests.jar"))
                    .importPackages(
                            "io.cybervpn.domain",
                            "io.cybervpn.application",
                            "io.cybervpn.infrastructure",
                            "io.cybervpn.presentation");

    private House() {}

    static JavaClasses production() {
        return PRODUCTION;
    }

    /** Classes planted to break rules: each rule that they break is a rule that can fail. */
    static JavaClasses canaries() {
        return new ClassFileImporter()
                .importPackages("io.cybervpn.domain.canary", "io.cybervpn.application.canary");
    }
}
