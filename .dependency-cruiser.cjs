/** The layer rules of docs/architecture.md. @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'inside-knows-no-outside',
      comment: 'adapters → src, never back; only the composition roots see both.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(main\\.ts|cli/)' },
      to: { path: '^adapters/' },
    },
    {
      name: 'nobody-imports-the-roots',
      severity: 'error',
      from: { path: '^(src|adapters)/', pathNot: '^src/(main\\.ts|cli/)' },
      to: { path: '^src/(main\\.ts|cli/)' },
    },
    {
      name: 'adapters-are-strangers',
      comment: 'The web server is common ground.',
      severity: 'error',
      from: { path: '^adapters/([^/]+/[^/]+)/' },
      to: { path: '^adapters/', pathNot: '^adapters/($1|web)/' },
    },
    {
      name: 'dialog-and-channel-do-no-io',
      severity: 'error',
      from: { path: '^src/(dialog|channel|understanding)/', pathNot: '^src/dialog/files/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'dialog-and-channel-know-no-plumbing',
      severity: 'error',
      from: { path: '^src/(dialog|channel|understanding)/' },
      to: { path: '^src/(runtime|actions|config)/' },
    },
    {
      name: 'vendors-stay-outside',
      comment: 'A file that knows a vendor client belongs into adapters/.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(main\\.ts|cli/)' },
      to: {
        path: 'node_modules/(mongoose|mongodb|libsql|meilisearch|minisearch|grammy|fastify|undici|openai|stripe|@shopify|@woocommerce|botbuilder|botframework|whatsapp-web)',
      },
    },
    {
      name: 'src-and-adapters-know-no-tests',
      severity: 'error',
      from: { path: '^(src|adapters)/' },
      to: { path: '^(test|bench|evaluation|scripts)/' },
    },
    {
      name: 'no-dev-dependency-in-the-product',
      severity: 'error',
      from: { path: '^(src|adapters)/' },
      to: { dependencyTypes: ['npm-dev'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default'] },
  },
};
