-- A marketplace in the manner of Prisma: quoted camelCase, text keys made by the application, enums, @@unique and join tables named _AToB.
CREATE TYPE "Role" AS ENUM ('BUYER', 'SELLER', 'SUPPORT', 'ADMIN');
CREATE TYPE "ListingStatus" AS ENUM ('DRAFT', 'PENDING_REVIEW', 'ACTIVE', 'PAUSED', 'SOLD_OUT', 'REMOVED');
CREATE TYPE "OrderStatus" AS ENUM ('PENDING', 'PAID', 'FULFILLED', 'CANCELED', 'REFUNDED');
CREATE TYPE "PaymentProvider" AS ENUM ('STRIPE', 'PAYPAL', 'BANK_TRANSFER');
CREATE TYPE "DisputeReason" AS ENUM ('NOT_RECEIVED', 'NOT_AS_DESCRIBED', 'DAMAGED', 'OTHER');
CREATE TYPE "NotificationChannel" AS ENUM ('EMAIL', 'PUSH', 'SMS');

CREATE TABLE "_prisma_migrations" ("id" VARCHAR(36) NOT NULL PRIMARY KEY, "checksum" VARCHAR(64) NOT NULL, "finished_at" TIMESTAMPTZ, "migration_name" VARCHAR(255) NOT NULL, "logs" TEXT, "rolled_back_at" TIMESTAMPTZ, "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(), "applied_steps_count" INTEGER NOT NULL DEFAULT 0);

CREATE TABLE "User" (
  "id" TEXT NOT NULL,
  "email" TEXT NOT NULL,
  "emailVerified" TIMESTAMP(3),
  "name" TEXT,
  "username" VARCHAR(30) NOT NULL,
  "image" TEXT,
  "hashedPassword" TEXT,
  "role" "Role" NOT NULL DEFAULT 'BUYER',
  "locale" TEXT NOT NULL DEFAULT 'en',
  "referredById" TEXT,
  "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updatedAt" TIMESTAMP(3) NOT NULL,
  "deletedAt" TIMESTAMP(3),
  CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");
CREATE UNIQUE INDEX "User_username_key" ON "User"(lower("username"));

CREATE TABLE "Account" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "userId" TEXT NOT NULL,
  "type" TEXT NOT NULL,
  "provider" TEXT NOT NULL,
  "providerAccountId" TEXT NOT NULL,
  "refresh_token" TEXT,
  "access_token" TEXT,
  "expires_at" INTEGER,
  "token_type" TEXT,
  "scope" TEXT,
  "id_token" TEXT,
  "session_state" TEXT
);
CREATE UNIQUE INDEX "Account_provider_providerAccountId_key" ON "Account"("provider", "providerAccountId");
CREATE TABLE "Session" ("id" TEXT NOT NULL PRIMARY KEY, "sessionToken" TEXT NOT NULL UNIQUE, "userId" TEXT NOT NULL, "expires" TIMESTAMP(3) NOT NULL);
CREATE TABLE "VerificationToken" ("identifier" TEXT NOT NULL, "token" TEXT NOT NULL UNIQUE, "expires" TIMESTAMP(3) NOT NULL, CONSTRAINT "VerificationToken_identifier_token_key" UNIQUE ("identifier", "token"));
CREATE TABLE "Address" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "userId" TEXT NOT NULL,
  "label" TEXT NOT NULL DEFAULT 'Home',
  "line1" TEXT NOT NULL,
  "line2" TEXT,
  "city" TEXT NOT NULL,
  "region" TEXT,
  "postalCode" VARCHAR(12) NOT NULL,
  "countryCode" CHAR(2) NOT NULL CHECK ("countryCode" ~ '^[A-Z]{2}$'),
  "isDefault" BOOLEAN NOT NULL DEFAULT false,
  "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE UNIQUE INDEX "Address_one_default" ON "Address"("userId") WHERE "isDefault";
CREATE TABLE "Shop" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "ownerId" TEXT NOT NULL,
  "slug" TEXT NOT NULL UNIQUE CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  "name" VARCHAR(80) NOT NULL CHECK (length(trim("name")) >= 3),
  "bio" TEXT CHECK (char_length("bio") <= 2000),
  "bannerUrl" TEXT,
  "vatNumber" TEXT,
  "commissionBps" INTEGER NOT NULL DEFAULT 800 CHECK ("commissionBps" BETWEEN 0 AND 10000),
  "featuredListingId" TEXT,
  "settings" JSONB NOT NULL DEFAULT '{}' CHECK (jsonb_typeof("settings") = 'object'),
  "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "closedAt" TIMESTAMP(3),
  CONSTRAINT "Shop_closed_after" CHECK ("closedAt" IS NULL OR "closedAt" >= "createdAt")
);
CREATE TABLE "ShopMember" (
  "shopId" TEXT NOT NULL,
  "userId" TEXT NOT NULL,
  "permissions" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[] CHECK ("permissions" <@ ARRAY['listings', 'orders', 'payouts', 'settings']),
  "invitedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "acceptedAt" TIMESTAMP(3),
  CONSTRAINT "ShopMember_pkey" PRIMARY KEY ("shopId", "userId")
);
CREATE TABLE "Category" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "parentId" TEXT,
  "name" TEXT NOT NULL,
  "slug" TEXT NOT NULL UNIQUE,
  "position" INTEGER NOT NULL DEFAULT 0,
  CONSTRAINT "Category_no_self" CHECK ("parentId" IS NULL OR "parentId" <> "id")
);
CREATE TABLE "Attribute" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "categoryId" TEXT NOT NULL,
  "key" TEXT NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('text', 'number', 'boolean', 'choice')),
  "choices" TEXT[],
  "unit" TEXT,
  CONSTRAINT "Attribute_category_key" UNIQUE ("categoryId", "key"),
  CONSTRAINT "Attribute_choices" CHECK (("kind" = 'choice') = ("choices" IS NOT NULL)),
  CONSTRAINT "Attribute_unit" CHECK ("unit" IS NULL OR "kind" = 'number')
);
CREATE TABLE "Listing" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "shopId" TEXT NOT NULL,
  "categoryId" TEXT,
  "title" VARCHAR(140) NOT NULL,
  "description" TEXT NOT NULL,
  "status" "ListingStatus" NOT NULL DEFAULT 'DRAFT',
  "priceCents" INTEGER NOT NULL CHECK ("priceCents" > 0),
  "compareAtCents" INTEGER,
  "currency" CHAR(3) NOT NULL DEFAULT 'EUR' CHECK ("currency" IN ('EUR', 'USD', 'GBP')),
  "tags" TEXT[] CHECK (cardinality("tags") <= 13),
  "weightGrams" INTEGER CHECK ("weightGrams" > 0 AND "weightGrams" < 70000),
  "viewCount" INTEGER NOT NULL DEFAULT 0,
  "favoriteCount" INTEGER NOT NULL DEFAULT 0,
  "publishedAt" TIMESTAMP(3),
  "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updatedAt" TIMESTAMP(3) NOT NULL,
  CONSTRAINT "Listing_compare" CHECK ("compareAtCents" IS NULL OR "compareAtCents" > "priceCents"),
  CONSTRAINT "Listing_published" CHECK ("status" NOT IN ('ACTIVE', 'PAUSED', 'SOLD_OUT') OR "publishedAt" IS NOT NULL)
);
CREATE INDEX "Listing_shopId_status_idx" ON "Listing"("shopId", "status");
CREATE TABLE "Variant" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "listingId" TEXT NOT NULL,
  "sku" VARCHAR(40) NOT NULL UNIQUE,
  "name" TEXT NOT NULL,
  "priceCents" INTEGER CHECK ("priceCents" >= 0),
  "stock" INTEGER NOT NULL DEFAULT 0 CHECK ("stock" >= 0),
  "reserved" INTEGER NOT NULL DEFAULT 0,
  "position" INTEGER NOT NULL,
  CONSTRAINT "Variant_reserved" CHECK ("reserved" >= 0 AND "reserved" <= "stock"),
  CONSTRAINT "Variant_position" UNIQUE ("listingId", "position")
);
CREATE TABLE "ListingImage" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "listingId" TEXT NOT NULL,
  "url" TEXT NOT NULL CHECK ("url" LIKE 'https://%'),
  "alt" TEXT,
  "width" INTEGER NOT NULL CHECK ("width" > 0),
  "height" INTEGER NOT NULL CHECK ("height" > 0),
  "blurhash" TEXT,
  "order" INTEGER NOT NULL
);
CREATE TABLE "AttributeValue" (
  "listingId" TEXT NOT NULL,
  "attributeId" TEXT NOT NULL,
  "textValue" TEXT,
  "numberValue" DOUBLE PRECISION,
  "booleanValue" BOOLEAN,
  CONSTRAINT "AttributeValue_pkey" PRIMARY KEY ("listingId", "attributeId"),
  CONSTRAINT "AttributeValue_one" CHECK (num_nonnulls("textValue", "numberValue", "booleanValue") = 1)
);
CREATE TABLE "Favorite" ("userId" TEXT NOT NULL, "listingId" TEXT NOT NULL, "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP, CONSTRAINT "Favorite_pkey" PRIMARY KEY ("userId", "listingId"));
CREATE TABLE "Collection" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "userId" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "isPublic" BOOLEAN NOT NULL DEFAULT true,
  "shareToken" TEXT UNIQUE,
  CONSTRAINT "Collection_userId_name_key" UNIQUE ("userId", "name"),
  CONSTRAINT "Collection_token" CHECK ("isPublic" OR "shareToken" IS NULL)
);
CREATE TABLE "_CollectionToListing" ("A" TEXT NOT NULL, "B" TEXT NOT NULL, CONSTRAINT "_CollectionToListing_AB_pkey" PRIMARY KEY ("A", "B"));
CREATE INDEX "_CollectionToListing_B_index" ON "_CollectionToListing"("B");
CREATE TABLE "Follow" ("followerId" TEXT NOT NULL, "shopId" TEXT NOT NULL, "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP, CONSTRAINT "Follow_pkey" PRIMARY KEY ("followerId", "shopId"));
CREATE TABLE "Cart" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "userId" TEXT UNIQUE,
  "anonymousId" UUID UNIQUE,
  "couponId" TEXT,
  "expiresAt" TIMESTAMP(3),
  CONSTRAINT "Cart_owner" CHECK (("userId" IS NULL) <> ("anonymousId" IS NULL))
);
CREATE TABLE "CartItem" (
  "cartId" TEXT NOT NULL,
  "variantId" TEXT NOT NULL,
  "quantity" SMALLINT NOT NULL DEFAULT 1 CHECK ("quantity" BETWEEN 1 AND 99),
  "addedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "CartItem_pkey" PRIMARY KEY ("cartId", "variantId")
);
CREATE TABLE "Coupon" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "shopId" TEXT,
  "code" TEXT NOT NULL CHECK ("code" = upper("code") AND length("code") BETWEEN 4 AND 20),
  "percentOff" INTEGER CHECK ("percentOff" BETWEEN 1 AND 100),
  "amountOffCents" INTEGER CHECK ("amountOffCents" > 0),
  "maxUses" INTEGER,
  "uses" INTEGER NOT NULL DEFAULT 0,
  "startsAt" TIMESTAMP(3) NOT NULL,
  "endsAt" TIMESTAMP(3),
  CONSTRAINT "Coupon_kind" CHECK (num_nonnulls("percentOff", "amountOffCents") = 1),
  CONSTRAINT "Coupon_uses" CHECK ("maxUses" IS NULL OR "uses" <= "maxUses"),
  CONSTRAINT "Coupon_dates" CHECK ("endsAt" > "startsAt")
);
CREATE UNIQUE INDEX "Coupon_shop_code" ON "Coupon"("shopId", "code") NULLS NOT DISTINCT;
CREATE TABLE "Order" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "number" SERIAL NOT NULL UNIQUE,
  "buyerId" TEXT NOT NULL,
  "shopId" TEXT NOT NULL,
  "status" "OrderStatus" NOT NULL DEFAULT 'PENDING',
  "shippingAddressId" TEXT NOT NULL,
  "billingAddressId" TEXT,
  "couponId" TEXT,
  "currency" CHAR(3) NOT NULL CHECK ("currency" IN ('EUR', 'USD', 'GBP')),
  "subtotalCents" INTEGER NOT NULL CHECK ("subtotalCents" >= 0),
  "shippingCents" INTEGER NOT NULL DEFAULT 0 CHECK ("shippingCents" >= 0),
  "discountCents" INTEGER NOT NULL DEFAULT 0 CHECK ("discountCents" >= 0),
  "totalCents" INTEGER NOT NULL,
  "note" TEXT,
  "placedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "paidAt" TIMESTAMP(3),
  "canceledAt" TIMESTAMP(3),
  CONSTRAINT "Order_total" CHECK ("totalCents" = "subtotalCents" + "shippingCents" - "discountCents"),
  CONSTRAINT "Order_discount" CHECK ("discountCents" <= "subtotalCents"),
  CONSTRAINT "Order_paid" CHECK (("status" IN ('PAID', 'FULFILLED', 'REFUNDED')) = ("paidAt" IS NOT NULL)),
  CONSTRAINT "Order_canceled" CHECK (("status" = 'CANCELED') = ("canceledAt" IS NOT NULL))
);
CREATE TABLE "OrderItem" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "orderId" TEXT NOT NULL,
  "variantId" TEXT,
  "title" TEXT NOT NULL,
  "unitCents" INTEGER NOT NULL CHECK ("unitCents" >= 0),
  "quantity" INTEGER NOT NULL CHECK ("quantity" > 0),
  "totalCents" INTEGER GENERATED ALWAYS AS ("unitCents" * "quantity") STORED
);
CREATE TABLE "Payment" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "orderId" TEXT NOT NULL UNIQUE,
  "provider" "PaymentProvider" NOT NULL,
  "providerRef" TEXT,
  "amountCents" INTEGER NOT NULL CHECK ("amountCents" > 0),
  "capturedAt" TIMESTAMP(3),
  "failureCode" TEXT,
  CONSTRAINT "Payment_ref" CHECK ("provider" = 'BANK_TRANSFER' OR "providerRef" IS NOT NULL),
  CONSTRAINT "Payment_outcome" CHECK (NOT ("capturedAt" IS NOT NULL AND "failureCode" IS NOT NULL))
);
CREATE UNIQUE INDEX "Payment_ref_key" ON "Payment"("provider", "providerRef") WHERE "providerRef" IS NOT NULL;
CREATE TABLE "Refund" ("id" TEXT NOT NULL PRIMARY KEY, "paymentId" TEXT NOT NULL, "amountCents" INTEGER NOT NULL CHECK ("amountCents" > 0), "reason" TEXT, "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP);
CREATE TABLE "Shipment" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "orderId" TEXT NOT NULL,
  "carrier" TEXT NOT NULL,
  "trackingNumber" TEXT,
  "shippedAt" TIMESTAMP(3),
  "deliveredAt" TIMESTAMP(3),
  CONSTRAINT "Shipment_order" CHECK ("deliveredAt" IS NULL OR ("shippedAt" IS NOT NULL AND "deliveredAt" > "shippedAt")),
  CONSTRAINT "Shipment_tracking" UNIQUE ("carrier", "trackingNumber")
);
CREATE TABLE "_OrderItemToShipment" ("A" TEXT NOT NULL, "B" TEXT NOT NULL);
CREATE UNIQUE INDEX "_OrderItemToShipment_AB_unique" ON "_OrderItemToShipment"("A", "B");
CREATE TABLE "Review" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "orderItemId" TEXT NOT NULL UNIQUE,
  "authorId" TEXT NOT NULL,
  "listingId" TEXT NOT NULL,
  "rating" SMALLINT NOT NULL CHECK ("rating" BETWEEN 1 AND 5),
  "title" VARCHAR(100),
  "body" TEXT,
  "reply" TEXT,
  "repliedAt" TIMESTAMP(3),
  "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "Review_reply" CHECK (("reply" IS NULL) = ("repliedAt" IS NULL))
);
CREATE TABLE "Conversation" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "listingId" TEXT,
  "buyerId" TEXT NOT NULL,
  "shopId" TEXT NOT NULL,
  "lastMessageId" TEXT UNIQUE,
  "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "Conversation_key" UNIQUE ("listingId", "buyerId")
);
CREATE TABLE "Message" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "conversationId" TEXT NOT NULL,
  "senderId" TEXT NOT NULL,
  "replyToId" TEXT,
  "body" TEXT NOT NULL CHECK (length("body") BETWEEN 1 AND 4000),
  "readAt" TIMESTAMP(3),
  "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE TABLE "Dispute" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "orderId" TEXT NOT NULL UNIQUE,
  "openedById" TEXT NOT NULL,
  "assigneeId" TEXT,
  "reason" "DisputeReason" NOT NULL,
  "details" TEXT,
  "resolvedAt" TIMESTAMP(3),
  "outcome" TEXT CHECK ("outcome" IN ('buyer', 'seller', 'split')),
  CONSTRAINT "Dispute_resolved" CHECK (("resolvedAt" IS NULL AND "outcome" IS NULL) OR ("resolvedAt" IS NOT NULL AND "outcome" IS NOT NULL)),
  CONSTRAINT "Dispute_other" CHECK ("reason" <> 'OTHER' OR "details" IS NOT NULL)
);
CREATE TABLE "Payout" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "shopId" TEXT NOT NULL,
  "amountCents" BIGINT NOT NULL CHECK ("amountCents" > 0),
  "iban" VARCHAR(34) CHECK ("iban" ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$'),
  "periodStart" DATE NOT NULL,
  "periodEnd" DATE NOT NULL,
  CONSTRAINT "Payout_period" CHECK ("periodEnd" > "periodStart"),
  CONSTRAINT "Payout_once" UNIQUE ("shopId", "periodStart")
);
CREATE TABLE "Notification" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "userId" TEXT NOT NULL,
  "channel" "NotificationChannel" NOT NULL,
  "type" TEXT NOT NULL,
  "payload" JSONB NOT NULL,
  "seenAt" TIMESTAMP(3),
  "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE TABLE "NotificationPreference" ("userId" TEXT NOT NULL, "channel" "NotificationChannel" NOT NULL, "enabled" BOOLEAN NOT NULL DEFAULT true, CONSTRAINT "NotificationPreference_pkey" PRIMARY KEY ("userId", "channel"));
CREATE TABLE "AuditLog" (
  "id" BIGSERIAL PRIMARY KEY,
  "actorId" TEXT,
  "entity" TEXT NOT NULL,
  "entityId" TEXT NOT NULL,
  "action" TEXT NOT NULL CHECK ("action" IN ('create', 'update', 'delete')),
  "diff" JSONB,
  "ip" INET,
  "at" TIMESTAMPTZ NOT NULL DEFAULT now()
);

ALTER TABLE "User" ADD FOREIGN KEY ("referredById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Account" ADD FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE;
ALTER TABLE "Session" ADD FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE;
ALTER TABLE "Address" ADD FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE;
ALTER TABLE "Shop" ADD FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE RESTRICT;
ALTER TABLE "Shop" ADD FOREIGN KEY ("featuredListingId") REFERENCES "Listing"("id") ON DELETE SET NULL;
ALTER TABLE "ShopMember" ADD FOREIGN KEY ("shopId") REFERENCES "Shop"("id"), ADD FOREIGN KEY ("userId") REFERENCES "User"("id");
ALTER TABLE "Category" ADD FOREIGN KEY ("parentId") REFERENCES "Category"("id");
ALTER TABLE "Attribute" ADD FOREIGN KEY ("categoryId") REFERENCES "Category"("id");
ALTER TABLE "Listing" ADD FOREIGN KEY ("shopId") REFERENCES "Shop"("id"), ADD FOREIGN KEY ("categoryId") REFERENCES "Category"("id");
ALTER TABLE "Variant" ADD FOREIGN KEY ("listingId") REFERENCES "Listing"("id");
ALTER TABLE "ListingImage" ADD FOREIGN KEY ("listingId") REFERENCES "Listing"("id");
ALTER TABLE "AttributeValue" ADD FOREIGN KEY ("listingId") REFERENCES "Listing"("id"), ADD FOREIGN KEY ("attributeId") REFERENCES "Attribute"("id");
ALTER TABLE "Favorite" ADD FOREIGN KEY ("userId") REFERENCES "User"("id"), ADD FOREIGN KEY ("listingId") REFERENCES "Listing"("id");
ALTER TABLE "Collection" ADD FOREIGN KEY ("userId") REFERENCES "User"("id");
ALTER TABLE "_CollectionToListing" ADD FOREIGN KEY ("A") REFERENCES "Collection"("id"), ADD FOREIGN KEY ("B") REFERENCES "Listing"("id");
ALTER TABLE "Follow" ADD FOREIGN KEY ("followerId") REFERENCES "User"("id"), ADD FOREIGN KEY ("shopId") REFERENCES "Shop"("id");
ALTER TABLE "Cart" ADD FOREIGN KEY ("userId") REFERENCES "User"("id"), ADD FOREIGN KEY ("couponId") REFERENCES "Coupon"("id");
ALTER TABLE "CartItem" ADD FOREIGN KEY ("cartId") REFERENCES "Cart"("id"), ADD FOREIGN KEY ("variantId") REFERENCES "Variant"("id");
ALTER TABLE "Coupon" ADD FOREIGN KEY ("shopId") REFERENCES "Shop"("id");
ALTER TABLE "Order" ADD FOREIGN KEY ("buyerId") REFERENCES "User"("id"), ADD FOREIGN KEY ("shopId") REFERENCES "Shop"("id"), ADD FOREIGN KEY ("shippingAddressId") REFERENCES "Address"("id"),
  ADD FOREIGN KEY ("billingAddressId") REFERENCES "Address"("id"), ADD FOREIGN KEY ("couponId") REFERENCES "Coupon"("id");
ALTER TABLE "OrderItem" ADD FOREIGN KEY ("orderId") REFERENCES "Order"("id"), ADD FOREIGN KEY ("variantId") REFERENCES "Variant"("id");
ALTER TABLE "Payment" ADD FOREIGN KEY ("orderId") REFERENCES "Order"("id");
ALTER TABLE "Refund" ADD FOREIGN KEY ("paymentId") REFERENCES "Payment"("id");
ALTER TABLE "Shipment" ADD FOREIGN KEY ("orderId") REFERENCES "Order"("id");
ALTER TABLE "_OrderItemToShipment" ADD FOREIGN KEY ("A") REFERENCES "OrderItem"("id"), ADD FOREIGN KEY ("B") REFERENCES "Shipment"("id");
ALTER TABLE "Review" ADD FOREIGN KEY ("orderItemId") REFERENCES "OrderItem"("id"), ADD FOREIGN KEY ("authorId") REFERENCES "User"("id"), ADD FOREIGN KEY ("listingId") REFERENCES "Listing"("id");
ALTER TABLE "Conversation" ADD FOREIGN KEY ("listingId") REFERENCES "Listing"("id"), ADD FOREIGN KEY ("buyerId") REFERENCES "User"("id"), ADD FOREIGN KEY ("shopId") REFERENCES "Shop"("id"),
  ADD FOREIGN KEY ("lastMessageId") REFERENCES "Message"("id");
ALTER TABLE "Message" ADD FOREIGN KEY ("conversationId") REFERENCES "Conversation"("id"), ADD FOREIGN KEY ("senderId") REFERENCES "User"("id"), ADD FOREIGN KEY ("replyToId") REFERENCES "Message"("id");
ALTER TABLE "Dispute" ADD FOREIGN KEY ("orderId") REFERENCES "Order"("id"), ADD FOREIGN KEY ("openedById") REFERENCES "User"("id"), ADD FOREIGN KEY ("assigneeId") REFERENCES "User"("id");
ALTER TABLE "Payout" ADD FOREIGN KEY ("shopId") REFERENCES "Shop"("id");
ALTER TABLE "Notification" ADD FOREIGN KEY ("userId") REFERENCES "User"("id");
ALTER TABLE "NotificationPreference" ADD FOREIGN KEY ("userId") REFERENCES "User"("id");
ALTER TABLE "AuditLog" ADD FOREIGN KEY ("actorId") REFERENCES "User"("id") ON DELETE SET NULL;

CREATE FUNCTION count_favorites() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    UPDATE "Listing" SET "favoriteCount" = "favoriteCount" + 1 WHERE "id" = NEW."listingId";
    RETURN NEW;
  END IF;
  UPDATE "Listing" SET "favoriteCount" = "favoriteCount" - 1 WHERE "id" = OLD."listingId";
  RETURN OLD;
END $$;
CREATE TRIGGER favorites_counted AFTER INSERT OR DELETE ON "Favorite" FOR EACH ROW EXECUTE FUNCTION count_favorites();
