FROM node:20-slim AS build
WORKDIR /parley
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json ./
COPY src src
COPY adapters adapters
RUN npm run build && npm prune --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:20-slim AS shop
ENV NODE_ENV=production PARLEY_HOST=0.0.0.0 PARLEY_PORT=3000 PARLEY_DATA=/data PARLEY_FLOWS=/flows PARLEY_SHOP=/shop PARLEY_PAGES=/pages
WORKDIR /parley
COPY --from=build /parley/node_modules node_modules
COPY --from=build /parley/dist dist
COPY package.json LICENSE .env.example ./
COPY adapters/channels/webchat/page adapters/channels/webchat/page
COPY bin bin
COPY demo demo
COPY flows /flows
COPY shop /shop
COPY pages /pages
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:'+process.env.PARLEY_PORT+'/health').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
CMD ["node", "bin/parley.js", "start"]

# WhatsApp Web drives a browser: `docker build --target whatsapp-web .`
FROM shop AS whatsapp-web
USER root
RUN apt-get update && apt-get install -y --no-install-recommends chromium && rm -rf /var/lib/apt/lists/*
USER node

FROM shop
