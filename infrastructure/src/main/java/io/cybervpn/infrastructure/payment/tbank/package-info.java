/** T-Bank acquiring (MAPI v2): bank cards, T-Pay and SBP, in roubles. */
@NullMarked
@CheckReturnValue
package io.cybervpn.infrastructure.payment.tbank;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
