/** YooKassa API v3: a shop's payments, a page to pay them on, and its unsigned pushes. */
@NullMarked
@CheckReturnValue
package io.cybervpn.sandbox.yookassa;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
