package io.cybervpn.presentation.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.cybervpn.application.payment.port.RefundingGateway;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A new way back is not shipped without the whole suite of refunds. */
@QuarkusTest
class EveryRefundingTest {
    @Inject @Any Instance<RefundingGateway> gateways;

    @Test
    void every_way_back_has_its_suite() {
        Set<String> accepted =
                new ClassFileImporter()
                        .importPackages(EveryRefundingTest.class.getPackageName()).stream()
                                .filter(EveryRefundingTest::isSuite)
                                .filter(one -> !one.getModifiers().contains(JavaModifier.ABSTRACT))
                                .map(EveryRefundingTest::providerOf)
                                .collect(Collectors.toSet());

        assertThat(gateways.stream().map(RefundingGateway::provider).toList())
                .isNotEmpty()
                .allSatisfy(provider -> assertThat(accepted).contains(provider));
        assertThat(gateways.stream().map(RefundingGateway::provider).toList())
                .contains("cryptobot", "manual", "stars", "stripe", "tbank", "yookassa");
    }

    private static boolean isSuite(JavaClass one) {
        return one.isAssignableTo(RefundingContract.class)
                || one.isAssignableTo(StaffedSuite.WayBack.class);
    }

    private static String providerOf(JavaClass suite) {
        return suite.getAnnotationOfType(Accepts.class).value();
    }
}
