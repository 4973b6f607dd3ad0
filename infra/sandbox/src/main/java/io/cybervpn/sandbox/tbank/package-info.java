/** T-Bank acquiring, MAPI v2: payments in one stage, a page to pay them on, and its pushes. */
@NullMarked
@CheckReturnValue
package io.cybervpn.sandbox.tbank;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
