package io.cybervpn.presentation.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.cybervpn.application.payment.port.ChargingGateway;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A new way to charge who is not there is not shipped without the whole suite. */
@QuarkusTest
class EveryChargingTest {
    @Inject @Any Instance<ChargingGateway> gateways;

    @Test
    void every_way_to_charge_has_its_suite() {
        Set<String> accepted =
                new ClassFileImporter()
                        .importPackages(EveryChargingTest.class.getPackageName()).stream()
                                .filter(one -> one.isAssignableTo(RenewByCardContract.class))
                                .filter(one -> !one.getModifiers().contains(JavaModifier.ABSTRACT))
                                .map(EveryChargingTest::providerOf)
                                .collect(Collectors.toSet());

        assertThat(gateways.stream().map(ChargingGateway::provider).toList())
                .isNotEmpty()
                .allSatisfy(provider -> assertThat(accepted).contains(provider));
        assertThat(gateways.stream().map(ChargingGateway::provider).toList())
                .contains("stripe", "tbank", "yookassa");
    }

    private static String providerOf(JavaClass suite) {
        return suite.getAnnotationOfType(Charges.class).value();
    }
}
