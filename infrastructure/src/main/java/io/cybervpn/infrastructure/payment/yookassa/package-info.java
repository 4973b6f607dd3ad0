/** YooKassa: bank cards, YooMoney and SBP. */
@NullMarked
@CheckReturnValue
package io.cybervpn.infrastructure.payment.yookassa;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
